package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a relation of one entity without asking the database. Immutable.
 *
 * @param <R> the related entity
 */
public sealed interface RelationState<R> {

    /** Returns the related entity, or null when there is none or none is loaded. */
    @Nullable
    R getOrNull();

    /** Tells whether it is known what the relation leads to, be it nothing. */
    default boolean isLoaded() {
        return !(this instanceof NotLoaded);
    }

    /** It is not known what the relation leads to. */
    record NotLoaded<R>() implements RelationState<R> {

        @Override
        public @Nullable R getOrNull() {
            return null;
        }
    }

    /** The relation is known to lead to nothing. */
    record Empty<R>() implements RelationState<R> {

        @Override
        public @Nullable R getOrNull() {
            return null;
        }
    }

    /** The relation is known to lead to {@code value}. */
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
