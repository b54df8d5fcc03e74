package dev.kindred.reactor.transaction;

import dev.kindred.internal.util.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs. Immutable and thread-safe: each step returns new options.
 *
 * @param isolation how far it is kept apart from others, or null for the default of the database
 * @param isReadOnly whether the server refuses statements that write
 * @param timeout how long its work may take, or null for what the mapper was built with
 * @param retries how many times it is run again when the server could not put it in an order with others
 * @param firstBackoff how long it waits before the first of these; each further wait is about twice as long
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

    /** Returns the options of a transaction of which nothing is said: of the database's isolation, to read and write, run once. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** Keeps the transaction apart from others as {@code level} says. */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(Checks.notNull(level, "level"), isReadOnly, timeout, retries, firstBackoff);
    }

    /** Makes the transaction read only: the server refuses statements that write. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, timeout, retries, firstBackoff);
    }

    /** Rolls the transaction back when its work has not ended after {@code duration}. */
    public TransactionOptions timeout(Duration duration) {
        return new TransactionOptions(
                isolation, isReadOnly, Checks.notNull(duration, "duration"), retries, firstBackoff);
    }

    /**
     * Subscribes to the work again, at most {@code times} times, when the transaction was rolled back by a serialization failure or a
     * deadlock (SQLSTATE 40001 and 40P01), or with a {@link dev.kindred.error.StaleStatementException}. What the work does outside the database is then done again. Holds for the outermost transaction.
     */
    public TransactionOptions retry(int times) {
        return new TransactionOptions(isolation, isReadOnly, timeout, times, firstBackoff);
    }

    /** Retries as {@link #retry(int)} does, and waits about {@code first} before the first time, then twice as long each time. */
    public TransactionOptions retry(int times, Duration first) {
        return new TransactionOptions(isolation, isReadOnly, timeout, times, Checks.notNull(first, "first"));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
