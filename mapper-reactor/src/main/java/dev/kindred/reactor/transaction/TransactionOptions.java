package dev.kindred.reactor.transaction;

import dev.kindred.internal.util.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a transaction. Immutable and thread-safe. Each step returns new options.
 *
 * @param isolation the isolation level, or null for the default of the database
 * @param isReadOnly whether the server refuses statements that write
 * @param timeout the time limit of its work, or null for the limit of the mapper
 * @param retries how many times it is repeated after a serialization failure or a deadlock
 * @param firstBackoff the wait before the first retry; each further wait is about twice as long
 */
public record TransactionOptions(
        @Nullable Isolation isolation,
        boolean isReadOnly,
        @Nullable Duration timeout,
        int retries,
        Duration firstBackoff) {

    private static final Duration TEN_MILLISECONDS = Duration.ofMillis(10);
    private static final TransactionOptions DEFAULTS = new TransactionOptions(null, false, null, 0, TEN_MILLISECONDS);

    public TransactionOptions {
        Checks.argument(timeout == null || isPositive(timeout), "timeout must be positive");
        Checks.argument(retries >= 0, "retries must not be negative, but is " + retries);
        Checks.argument(isPositive(Checks.notNull(firstBackoff, "firstBackoff")), "firstBackoff must be positive");
    }

    /**
     * Returns the defaults: the isolation of the database, read-write, no retry.
     */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets the isolation level.
     */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(Checks.notNull(level, "level"), isReadOnly, timeout, retries, firstBackoff);
    }

    /** Makes the transaction read only: the server refuses statements that write. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, timeout, retries, firstBackoff);
    }

    /**
     * Rolls the transaction back if its work has not ended after {@code duration}.
     */
    public TransactionOptions timeout(Duration duration) {
        return new TransactionOptions(
                isolation, isReadOnly, Checks.notNull(duration, "duration"), retries, firstBackoff);
    }

    /**
     * Repeats the work at most {@code times} times if the transaction was rolled back by a serialization failure or a deadlock
     * (SQLSTATE 40001 and 40P01), or by a {@link dev.kindred.error.StaleStatementException}. Effects of the work outside the
     * database are repeated too. Applies to the outermost transaction.
     */
    public TransactionOptions retry(int times) {
        return new TransactionOptions(isolation, isReadOnly, timeout, times, firstBackoff);
    }

    /**
     * Repeats as {@link #retry(int)} does, and waits about {@code first} before the first time, then twice as long each time.
     */
    public TransactionOptions retry(int times, Duration first) {
        return new TransactionOptions(isolation, isReadOnly, timeout, times, Checks.notNull(first, "first"));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
