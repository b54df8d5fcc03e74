package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The cached state of a relation of one entity. Reading it sends no statement. Immutable.
 *
 * @param <R> the related entity
 */
public sealed interface RelationState<R> {

    /** Returns the related entity, or null if no row exists or none is loaded. */
    @Nullable
    R getOrNull();

    /** Returns whether the relation is loaded, with or without a row. */
    default boolean isLoaded() {
        return !(this instanceof NotLoaded);
    }

    /** The relation is not loaded. */
    record NotLoaded<R>() implements RelationState<R> {

        @Override
        public @Nullable R getOrNull() {
            return null;
        }
    }

    /** The relation is loaded and has no row. */
    record Empty<R>() implements RelationState<R> {

        @Override
        public @Nullable R getOrNull() {
            return null;
        }
    }

    /** The relation is loaded and has the row {@code value}. */
    record Loaded<R>(R value) implements RelationState<R> {

        public Loaded {
            Checks.notNull(value, "value");
        }

        @Override
        public R getOrNull() {
            return value;
        }
    }
}
