package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * A select with to-one joins. The result has the columns and aggregates of the select, then the columns of each join,
 * followed by those of its nested joins.
 *
 * @param select the select
 * @param joins the joins
 */
public record JoinedSelect(Select select, List<Join> joins) implements Statement {

    public JoinedSelect {
        Checks.notNull(select, "select");
        joins = Checks.noNulls(joins, "joins");
        Checks.argument(!joins.isEmpty(), "a joined select needs at least one join");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.joinedSelect(this);
    }
}
