package dev.kindred.sql;

import dev.kindred.internal.util.Checks;

/**
 * Removes the rows of a condition.
 *
 * @param table the table
 * @param where the condition; there is always one
 */
public record Delete(TableName table, Predicate where) implements Statement {

    public Delete {
        Checks.notNull(table, "table");
        Checks.notNull(where, "where");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.delete(this);
    }
}
