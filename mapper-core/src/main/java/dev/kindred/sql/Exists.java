package dev.kindred.sql;

/**
 * Tells whether a query has a row: one row with one {@code bool}.
 *
 * @param query the query, whose columns and order do not matter
 */
public record Exists(Select query) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.exists(this);
    }
}
