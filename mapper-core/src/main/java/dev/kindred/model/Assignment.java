package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A column and the value a write gives it. Immutable and thread-safe; its text does not show the value.
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
