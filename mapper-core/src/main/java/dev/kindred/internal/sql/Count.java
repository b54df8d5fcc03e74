package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * Counts the rows of a query. The result is one row with one {@code bigint}.
 *
 * @param query the query; its columns and order are ignored
 */
public record Count(Select query) implements Statement {

    public Count {
        Checks.notNull(query, "query");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.count(this);
    }
}
