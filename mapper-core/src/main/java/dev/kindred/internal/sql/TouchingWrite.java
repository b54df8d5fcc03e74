package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Writes rows and marks those that they point at as changed, together or not at all. What was not written marks nothing.
 *
 * @param write the write, which by itself reads nothing back
 * @param id the primary key of its table
 * @param returning the columns of the written rows that are read back; when there are none, the result is one number, of those rows
 * @param touches what is marked, at least one
 */
public record TouchingWrite(Write write, List<ColumnReference> id, List<ColumnReference> returning, List<Touch> touches)
        implements Statement {

    public TouchingWrite {
        Checks.notNull(write, "write");
        Checks.argument(write.returning().isEmpty(), "the write itself reads nothing back");
        id = List.copyOf(id);
        returning = List.copyOf(returning);
        touches = List.copyOf(touches);
        Checks.argument(!touches.isEmpty(), "at least one row is marked");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.touchingWrite(this);
    }
}
