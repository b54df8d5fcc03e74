package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Moves the values of rows that the next statement assigns out of the way, so that these rows can exchange values of a
 * unique index: the server checks such an index row by row.
 *
 * @param rows the rows
 * @param inverted integer columns, whose bits are inverted; equal values stay equal, others stay different
 * @param emptied nullable columns, which become null
 */
public record SetAside(Rows rows, List<ColumnReference> inverted, List<ColumnReference> emptied) implements Statement {

    public SetAside {
        Checks.notNull(rows, "rows");
        inverted = Checks.noNulls(inverted, "inverted");
        emptied = Checks.noNulls(emptied, "emptied");
        Checks.argument(!inverted.isEmpty() || !emptied.isEmpty(), "no column to set aside");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.setAside(this);
    }

    /** The rows whose values are set aside. */
    public sealed interface Rows {}

    /**
     * Rows of a table.
     *
     * @param table the table
     * @param where the condition
     */
    public record Matching(TableName table, Predicate where) implements Rows {}

    /**
     * The existing pairs that {@code links} changes. A column keeps its value if it would become the wanted value, so
     * that {@code links} still finds the difference.
     *
     * @param links the write of the pairs, which updates existing ones
     */
    public record Changed(LinkRows links) implements Rows {}
}
