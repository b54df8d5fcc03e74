package dev.kindred.reactor.transaction;

import dev.kindred.internal.util.Checks;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of a transaction. Immutable and thread-safe. Each step returns new options. */
public final class TransactionOptions {

    private static final Duration TEN_MILLISECONDS = Duration.ofMillis(10);
    private static final TransactionOptions DEFAULTS =
            new TransactionOptions(null, false, false, null, 0, TEN_MILLISECONDS);

    private final @Nullable Isolation isolation;
    private final boolean isReadOnly;
    private final boolean isOnReplica;
    private final @Nullable Duration timeout;
    private final int retries;
    private final Duration firstBackoff;

    private TransactionOptions(
            @Nullable Isolation isolation,
            boolean isReadOnly,
            boolean isOnReplica,
            @Nullable Duration timeout,
            int retries,
            Duration firstBackoff) {
        Checks.argument(timeout == null || isPositive(timeout), "timeout must be positive");
        Checks.argument(retries >= 0, "retries must not be negative, but is " + retries);
        Checks.argument(isPositive(Checks.notNull(firstBackoff, "firstBackoff")), "firstBackoff must be positive");
        this.isolation = isolation;
        this.isReadOnly = isReadOnly;
        this.isOnReplica = isOnReplica;
        this.timeout = timeout;
        this.retries = retries;
        this.firstBackoff = firstBackoff;
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
        return new TransactionOptions(
                Checks.notNull(level, "level"), isReadOnly, isOnReplica, timeout, retries, firstBackoff);
    }

    /** Makes the transaction read only: the server refuses statements that write. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, isOnReplica, timeout, retries, firstBackoff);
    }

    /**
     * Makes the transaction read only, and lets it run on a replica of {@code ReactiveMapperBuilder.replicas(..)}. It
     * uses one server for all its reads. It runs on the primary if no replica is fresh enough, at the level
     * {@code SERIALIZABLE}, and without replicas.
     */
    public TransactionOptions onReplica() {
        return new TransactionOptions(isolation, true, true, timeout, retries, firstBackoff);
    }

    /**
     * Rolls the transaction back if its work has not ended after {@code duration}.
     */
    public TransactionOptions timeout(Duration duration) {
        return new TransactionOptions(
                isolation, isReadOnly, isOnReplica, Checks.notNull(duration, "duration"), retries, firstBackoff);
    }

    /**
     * Repeats the work at most {@code times} times if the transaction was rolled back by a serialization failure or a
     * deadlock (SQLSTATE 40001 and 40P01), or by a {@link dev.kindred.error.StaleStatementException}. Effects of the
     * work outside the database are repeated too. Applies to the outermost transaction.
     */
    public TransactionOptions retry(int times) {
        return new TransactionOptions(isolation, isReadOnly, isOnReplica, timeout, times, firstBackoff);
    }

    /**
     * Repeats as {@link #retry(int)} does, and waits about {@code first} before the first time, then twice as long each
     * time.
     */
    public TransactionOptions retry(int times, Duration first) {
        return new TransactionOptions(
                isolation, isReadOnly, isOnReplica, timeout, times, Checks.notNull(first, "first"));
    }

    /** Returns the isolation level, or null for the default of the database. */
    public @Nullable Isolation isolation() {
        return isolation;
    }

    /** Returns whether the server refuses statements that write. */
    public boolean isReadOnly() {
        return isReadOnly;
    }

    /** Returns whether the transaction may run on a replica. */
    public boolean isOnReplica() {
        return isOnReplica;
    }

    /** Returns the time limit of the work, or null for the limit of the mapper. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /**
     * Returns the maximum number of retries after a serialization failure, a deadlock or a
     * {@link dev.kindred.error.StaleStatementException}.
     */
    public int retries() {
        return retries;
    }

    /** Returns the wait before the first retry. Each further wait is about twice as long. */
    public Duration firstBackoff() {
        return firstBackoff;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransactionOptions options
                && options.isolation == isolation
                && options.isReadOnly == isReadOnly
                && options.isOnReplica == isOnReplica
                && options.retries == retries
                && Objects.equals(options.timeout, timeout)
                && options.firstBackoff.equals(firstBackoff);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isolation, isReadOnly, isOnReplica, timeout, retries, firstBackoff);
    }

    @Override
    public String toString() {
        return "TransactionOptions[isolation=" + isolation + ", isReadOnly=" + isReadOnly + ", isOnReplica="
                + isOnReplica
                + ", timeout=" + timeout
                + ", retries=" + retries + ", firstBackoff=" + firstBackoff + "]";
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
