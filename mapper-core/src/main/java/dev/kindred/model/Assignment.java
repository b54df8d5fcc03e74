package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A column and the value that a write assigns to it. Immutable and thread-safe. {@link #toString()} omits the value.
 *
 * @param <E> the entity
 * @param column the column
 * @param value the value, of the column's type, or null
 */
public record Assignment<E>(
        EntityColumn<E, ?> column, @Nullable Object value) {

    public Assignment {
        Checks.notNull(column, "column");
    }

    @Override
    public String toString() {
        return column + " = ?";
    }
}
