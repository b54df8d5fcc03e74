package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * Tells whether a query has a row: one row with one {@code bool}.
 *
 * @param query the query, whose columns and order do not matter
 */
public record Exists(Select query) implements Statement {

    public Exists {
        Checks.notNull(query, "query");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.exists(this);
    }
}
