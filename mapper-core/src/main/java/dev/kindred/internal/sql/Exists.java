package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * Tells whether a query has a row. The result is one row with one {@code bool}.
 *
 * @param query the query; its columns and order are ignored
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
