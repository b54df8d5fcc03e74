package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.ProjectedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a projection, with the values of its columns in their order. Immutable and thread-safe. */
public final class DefaultProjectedRow<E> implements ProjectedRow<E> {

    private final Projection<E> projection;
    private final List<@Nullable Object> values;

    /** Creates the row from the values of the columns of {@code projection}, in their order. */
    public DefaultProjectedRow(Projection<E> projection, List<@Nullable Object> values) {
        this.projection = Checks.notNull(projection, "projection");
        this.values = Checks.notNull(values, "values");
    }

    @Override
    public <T> T get(EntityColumn<E, T> column) {
        @Nullable T value = getOrNull(column);
        if (value == null) {
            throw new MappingException("The column " + column + " is null in a row of the projection. Exclude such"
                    + " rows with where(..isNotNull()), or read the column with getOrNull(..).");
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked") // the value was read with the type of its column
    public <T> @Nullable T getOrNull(EntityColumn<E, T> column) {
        return (T) values.get(projection.position(column));
    }
}
