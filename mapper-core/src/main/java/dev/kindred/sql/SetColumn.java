package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Expression.ColumnReference;
import dev.kindred.sql.Expression.Parameter;

/**
 * A column and the value it is given.
 *
 * @param column the column
 * @param value the value
 */
public record SetColumn(ColumnReference column, Parameter value) {

    public SetColumn {
        Checks.notNull(column, "column");
        Checks.notNull(value, "value");
    }
}
