package dev.kindred.reactor.jackson;

import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.preload.HandleOfOne;
import dev.kindred.reactor.internal.preload.RelationHandle;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the state of a relation. Thread-safe. */
final class RelationSerializer extends StdSerializer<Mono<?>> {

    private final boolean nullKeysAreWritten;

    RelationSerializer(boolean nullKeysAreWritten) {
        super(Mono.class);
        this.nullKeysAreWritten = nullKeysAreWritten;
    }

    @Override
    public void serialize(Mono<?> relation, JsonGenerator json, SerializationContext context) {
        @Nullable Object related = state(relation, context).getOrNull();
        if (related == null) {
            json.writeNull();
        } else {
            context.writeValue(json, related);
        }
    }

    /** An empty value is omitted. Otherwise it would be written as null. */
    @Override
    public boolean isEmpty(SerializationContext context, Mono<?> relation) {
        RelationState<?> state = state(relation, context);
        boolean isKnown = state.isLoaded() && (nullKeysAreWritten || wasAsked(relation));
        return !isKnown || isBeingWritten(state.getOrNull(), context);
    }

    private static boolean wasAsked(Mono<?> relation) {
        if (relation instanceof HandleOfOne<?> oneOf) {
            return oneOf.wasAsked();
        }
        return !(relation instanceof RelationHandle<?> handle) || handle.wasAsked();
    }

    private static RelationState<?> state(Mono<?> relation, SerializationContext context) {
        if (relation instanceof RelationHandle<?> handle) {
            return handle.state();
        }
        if (relation instanceof HandleOfOne<?> handle) {
            return handle.state();
        }
        return relation == Mono.empty()
                ? new RelationState.NotLoaded<>()
                : context.reportBadDefinition(
                        Mono.class,
                        "This Mono is not a relation of an entity of the mapper, so its value is unknown without"
                                + " subscribing to it");
    }

    /** Returns whether {@code related} is an object whose members are being written. */
    static boolean isBeingWritten(@Nullable Object related, SerializationContext context) {
        if (related == null) {
            return false;
        }
        TokenStreamContext level = context.getGenerator().streamWriteContext();
        while (level != null) {
            if (level.currentValue() == related) {
                return true;
            }
            level = level.getParent();
        }
        return false;
    }
}
