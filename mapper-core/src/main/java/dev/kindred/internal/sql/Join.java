package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * At most one row of another table beside each row, or nulls. Immutable; equal when its parts are.
 *
 * @param rows which rows belong to the row beside which they stand
 * @param columns the columns read, in the order of the result
 * @param orderBy which of several rows is meant, the first one; none when there cannot be several
 * @param joins what stands beside the joined row in turn
 */
public record Join(Subquery rows, List<ColumnReference> columns, List<Ordering> orderBy, List<Join> joins) {

    public Join {
        Checks.notNull(rows, "rows");
        columns = Checks.noNulls(columns, "columns");
        Checks.argument(!columns.isEmpty(), "a join reads at least one column");
        orderBy = Checks.noNulls(orderBy, "orderBy");
        joins = Checks.noNulls(joins, "joins");
    }
}
