package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assignment of a value to a column.
 *
 * @param column the column
 * @param value the value
 */
public record SetColumn(ColumnReference column, Parameter value) {

    public SetColumn {
        Checks.notNull(column, "column");
        Checks.notNull(value, "value");
    }

    /** Returns the value that {@code values} assigns to {@code column}, or null if it is not assigned. */
    static @Nullable Object valueOf(ColumnReference column, List<SetColumn> values) {
        for (SetColumn set : values) {
            if (set.column().equals(column)) {
                return set.value().value();
            }
        }
        return null;
    }
}
