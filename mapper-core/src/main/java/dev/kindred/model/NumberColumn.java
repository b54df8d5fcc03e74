package dev.kindred.model;

import dev.kindred.internal.util.Checks;

/**
 * A column of numbers. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public sealed interface NumberColumn<E, T extends Number> extends ComparableColumn<E, T> permits NumericColumn {

    /** Returns a column of numbers. */
    static <E, T extends Number> NumberColumn<E, T> of(ColumnDefinition<E, T> definition) {
        return new NumericColumn<>(Checks.notNull(definition, "definition"));
    }
}
