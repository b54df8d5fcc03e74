package dev.kindred.query;

import dev.kindred.model.EntityColumn;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a projection. Immutable and thread-safe. Kindred implements it; a test may do so too.
 *
 * @param <E> the entity
 */
public interface ProjectedRow<E> {

    /**
     * Returns the value of a column.
     *
     * @throws dev.kindred.error.MappingException if the value is null; {@link #getOrNull} reads a value that may be
     *     null
     * @throws IllegalArgumentException if the projection does not read the column
     */
    <T> T get(EntityColumn<E, T> column);

    /**
     * Returns the value of a column, or null if the value is null.
     *
     * @throws IllegalArgumentException if the projection does not read the column
     */
    <T> @Nullable T getOrNull(EntityColumn<E, T> column);
}
