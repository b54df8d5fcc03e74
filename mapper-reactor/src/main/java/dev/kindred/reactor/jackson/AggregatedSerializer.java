package dev.kindred.reactor.jackson;

import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;

/** Writes an entity together with its aggregates. Thread-safe. */
final class AggregatedSerializer extends StdSerializer<Aggregated<?>> {

    AggregatedSerializer() {
        super(Aggregated.class);
    }

    @Override
    public void serialize(Aggregated<?> row, JsonGenerator json, SerializationContext context) {
        Object entity = row.entity();
        ValueSerializer<Object> members =
                context.findValueSerializer(entity.getClass()).unwrappingSerializer(NameTransformer.NOP);
        json.writeStartObject(entity);
        if (members.isUnwrappingSerializer()) {
            members.serialize(entity, json, context);
        } else {
            // one with a serializer of the user's may be anything
            json.writeName("entity");
            context.writeValue(json, entity);
        }
        for (Aggregate<?, ?> aggregate : row.aggregates()) {
            json.writeName(aggregate.label());
            context.writeValue(json, row.getOrNull(aggregate.label(), Object.class));
        }
        json.writeEndObject();
    }
}
