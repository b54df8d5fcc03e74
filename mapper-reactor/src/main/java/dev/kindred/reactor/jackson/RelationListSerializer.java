package dev.kindred.reactor.jackson;

import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.preload.RelationFlux;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the list of a relation to many rows, if it is known. Thread-safe. */
final class RelationListSerializer extends StdSerializer<Flux<?>> {

    private final boolean nullKeysAreWritten;

    RelationListSerializer(boolean nullKeysAreWritten) {
        super(Flux.class);
        this.nullKeysAreWritten = nullKeysAreWritten;
    }

    @Override
    public void serialize(Flux<?> relation, JsonGenerator json, SerializationContext context) {
        json.writeStartArray();
        for (Object related : rows(state(relation, context))) {
            context.writeValue(json, related);
        }
        json.writeEndArray();
    }

    /**
     * What is empty is left out. A list with an object that is being written is left out as a whole, because a shorter
     * list would be wrong.
     */
    @Override
    public boolean isEmpty(SerializationContext context, Flux<?> relation) {
        RelationState<? extends List<?>> state = state(relation, context);
        boolean isKnown = state.isLoaded()
                && (nullKeysAreWritten || !(relation instanceof RelationFlux<?> handle) || handle.wasAsked());
        return !isKnown
                || rows(state).stream().anyMatch(related -> RelationSerializer.isBeingWritten(related, context));
    }

    private static List<?> rows(RelationState<? extends List<?>> state) {
        @Nullable List<?> rows = state.getOrNull();
        return rows == null ? List.of() : rows;
    }

    private static RelationState<? extends List<?>> state(Flux<?> relation, SerializationContext context) {
        if (relation instanceof RelationFlux<?> handle) {
            return handle.state();
        }
        return relation == Flux.empty()
                ? new RelationState.NotLoaded<List<?>>()
                : context.reportBadDefinition(
                        Flux.class,
                        "This Flux is not a relation of an entity of the mapper, so its values are unknown without"
                                + " subscribing to it");
    }
}
