package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Locks the rows that match a condition against updates and other locks, until the transaction ends. It waits for locks
 * that other transactions hold. Other transactions can still read the rows and insert rows that reference them.
 *
 * @param table the table
 * @param where the condition
 * @param turn what the statement waits for before it locks the rows, or null
 */
public record LockRows(
        TableName table, Predicate where, @Nullable Turn turn) implements Statement {

    public LockRows {
        Checks.notNull(table, "table");
        Checks.notNull(where, "where");
    }

    /** Creates a lock that waits for the rows only. */
    public LockRows(TableName table, Predicate where) {
        this(table, where, null);
    }

    /** Returns a copy that waits for {@code turn} first. */
    public LockRows after(@Nullable Turn turn) {
        return new LockRows(table, where, turn);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.lockRows(this);
    }

    /**
     * An advisory lock until the transaction ends.
     *
     * @param key the key of the lock
     * @param isShared whether other transactions can have the lock at the same time, if theirs is shared, too
     */
    public record Turn(long key, boolean isShared) {}
}
