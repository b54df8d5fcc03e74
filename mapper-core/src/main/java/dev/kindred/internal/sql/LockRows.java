package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;

/**
 * Waits for the rows of a condition and keeps them from others that lock or change them until the transaction ends. Others may still
 * read them, and write rows that point at them.
 *
 * @param table the table
 * @param where the condition
 */
public record LockRows(TableName table, Predicate where) implements Statement {

    public LockRows {
        Checks.notNull(table, "table");
        Checks.notNull(where, "where");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.lockRows(this);
    }
}
