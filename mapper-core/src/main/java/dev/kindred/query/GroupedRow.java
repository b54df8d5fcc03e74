package dev.kindred.query;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.GroupValue;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One group of a grouped query: the values of its key columns, and the values computed from its rows. Immutable and
 * thread-safe. Kindred implements it; a test may do so too.
 *
 * @param <E> the entity
 */
public interface GroupedRow<E> {

    /**
     * Returns the value of a key column.
     *
     * @throws dev.kindred.error.MappingException if the value is null; {@link #getOrNull(EntityColumn)} reads a value
     *     that may be null
     * @throws IllegalArgumentException if the query does not group by the column
     */
    <T> T get(EntityColumn<E, T> key);

    /**
     * Returns the value of a key column, or null if the value is null.
     *
     * @throws IllegalArgumentException if the query does not group by the column
     */
    <T> @Nullable T getOrNull(EntityColumn<E, T> key);

    /**
     * Returns a value computed from the rows.
     *
     * @throws dev.kindred.error.MappingException if the value is null; {@link #getOrNull(GroupValue)} reads a value
     *     that may be null
     * @throws IllegalArgumentException if the query does not compute the value
     */
    <T extends @Nullable Object> @NonNull T get(GroupValue<E, T> value);

    /**
     * Returns a value computed from the rows, or null if the value is null.
     *
     * @throws IllegalArgumentException if the query does not compute the value
     */
    <T extends @Nullable Object> @Nullable T getOrNull(GroupValue<E, T> value);
}
