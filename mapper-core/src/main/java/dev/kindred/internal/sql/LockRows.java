package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * Locks the rows that match a condition against updates and other locks, until the transaction ends. It waits for locks
 * that other transactions hold. Other transactions can still read the rows and insert rows that reference them.
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
