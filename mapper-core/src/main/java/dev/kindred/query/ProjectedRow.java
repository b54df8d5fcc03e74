package dev.kindred.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a projection. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class ProjectedRow<E> {

    private final Projection<E> projection;
    private final List<@Nullable Object> values;

    /** Takes the values of the columns of {@code projection}, in their order. */
    public ProjectedRow(Projection<E> projection, List<@Nullable Object> values) {
        this.projection = Checks.notNull(projection, "projection");
        this.values = Checks.notNull(values, "values");
    }

    /**
     * Returns the value of a column.
     *
     * @throws MappingException when it is null; use {@link #orNull} where it may be
     * @throws IllegalArgumentException when the projection does not read the column
     */
    public <T> T get(EntityColumn<E, T> column) {
        @Nullable T value = orNull(column);
        if (value == null) {
            throw new MappingException(
                    "The column " + column + " is null in a row of the projection. Leave such rows out with where("
                            + "..isNotNull()), or read it with orNull(..).");
        }
        return value;
    }

    /**
     * Returns the value of a column, or null when it is.
     *
     * @throws IllegalArgumentException when the projection does not read the column
     */
    @SuppressWarnings("unchecked") // the value was read with the type of its column
    public <T> @Nullable T orNull(EntityColumn<E, T> column) {
        return (T) values.get(projection.position(column));
    }
}
