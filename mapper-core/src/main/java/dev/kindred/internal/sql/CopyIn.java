package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Inserts rows from a text stream (PostgreSQL manual, COPY).
 *
 * @param table the table
 * @param columns the columns of the stream, in order; the other columns get their default
 */
public record CopyIn(TableName table, List<ColumnReference> columns) implements Statement {

    public CopyIn {
        Checks.notNull(table, "table");
        columns = List.copyOf(columns);
        Checks.argument(!columns.isEmpty(), "a copy needs at least one column");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.copyIn(this);
    }
}
