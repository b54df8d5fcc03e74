package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The cached state of a relation of one entity. Reading it sends no statement. Immutable.
 *
 * @param <R> the related entity; a list of the related entities for a relation to many rows
 */
public sealed interface RelationState<R> {

    /** Returns the related entity, or null if no row exists or none is loaded. */
    @Nullable
    R getOrNull();

    /**
     * Returns whether the entity has further related rows that a limit of the preload left out. Always false without a
     * limit, and for a relation to one row.
     */
    default boolean hasMore() {
        return false;
    }

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

    /**
     * The relation is loaded and has the row {@code value}, or the rows of the list {@code value}, which is not empty.
     *
     * @param value the row, or the rows
     * @param hasMore whether a limit left out further rows
     */
    record Loaded<R>(R value, boolean hasMore) implements RelationState<R> {

        public Loaded {
            Checks.notNull(value, "value");
        }

        /** Creates the state of a relation that is loaded completely. */
        public Loaded(R value) {
            this(value, false);
        }

        @Override
        public R getOrNull() {
            return value;
        }
    }
}
