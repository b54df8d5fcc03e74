package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Reads rows and, beside each, at most one row of other tables. The result has the columns and values of the select, then the columns of
 * the joins, each of which is followed by those of its own joins.
 *
 * @param select the rows
 * @param joins what stands beside them
 */
public record JoinedSelect(Select select, List<Join> joins) implements Statement {

    public JoinedSelect {
        Checks.notNull(select, "select");
        joins = Checks.noNulls(joins, "joins");
        Checks.argument(!joins.isEmpty(), "a joined select has at least one join");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.joinedSelect(this);
    }
}
