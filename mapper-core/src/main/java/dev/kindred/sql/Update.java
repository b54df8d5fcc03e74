package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Expression.ColumnReference;
import java.util.List;

/**
 * Changes the rows of a condition.
 *
 * @param table the table
 * @param values the columns that are given a value
 * @param where the condition; there is always one
 * @param returning the columns of the changed rows that are read back
 */
public record Update(TableName table, List<SetColumn> values, Predicate where, List<ColumnReference> returning)
        implements Statement {

    public Update {
        Checks.notNull(table, "table");
        Checks.notNull(where, "where");
        values = List.copyOf(values);
        Checks.argument(!values.isEmpty(), "an update sets at least one column");
        returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.update(this);
    }
}
