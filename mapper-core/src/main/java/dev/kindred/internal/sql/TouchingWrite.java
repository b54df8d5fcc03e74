package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Writes rows and touches their owners, in one statement. Only owners of rows that were written are touched.
 *
 * @param write the write, without RETURNING
 * @param id the primary key of its table
 * @param returning the columns of the written rows to read back; if empty, the result is the number of written rows
 * @param touches the touches, at least one
 */
public record TouchingWrite(Write write, List<ColumnReference> id, List<ColumnReference> returning, List<Touch> touches)
        implements Statement {

    public TouchingWrite {
        Checks.notNull(write, "write");
        Checks.argument(write.returning().isEmpty(), "the write must be without RETURNING");
        id = List.copyOf(id);
        returning = List.copyOf(returning);
        touches = List.copyOf(touches);
        Checks.argument(!touches.isEmpty(), "a touching write needs at least one touch");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.touchingWrite(this);
    }
}
