package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * A to-one outer join: at most one row of another table for each row, or nulls. Immutable; equal when its parts are.
 *
 * @param rows the rows that match the outer row
 * @param columns the selected columns, in the order of the result
 * @param orderBy the order that selects the first of several matches; empty if at most one row can match
 * @param joins the joins of the joined table
 */
public record Join(Subquery rows, List<ColumnReference> columns, List<Ordering> orderBy, List<Join> joins) {

    public Join {
        Checks.notNull(rows, "rows");
        columns = Checks.noNulls(columns, "columns");
        Checks.argument(!columns.isEmpty(), "a join needs at least one column");
        orderBy = Checks.noNulls(orderBy, "orderBy");
        joins = Checks.noNulls(joins, "joins");
    }
}
