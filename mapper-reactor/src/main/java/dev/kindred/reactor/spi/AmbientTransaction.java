package dev.kindred.reactor.spi;

import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A transaction that a framework owns. The mapper joins it:
 *
 * <ul>
 *   <li>Its reads and writes use the connection of the framework, one statement at a time.
 *   <li>{@code transactional(..)} opens a savepoint; {@code requiresNew(..)} acquires a connection of its own.
 *   <li>It never begins, commits or rolls back the transaction, and never resets or closes the connection.
 * </ul>
 *
 * <p>One object is one transaction: a {@link ConnectionSource} returns the same object until the transaction ends.
 * Implementations must be thread-safe.
 */
public abstract class AmbientTransaction {

    private final Map<Object, Object> attachments = new ConcurrentHashMap<>();
    private final AtomicInteger sending = new AtomicInteger();
    private final AtomicInteger savepointRollbacks = new AtomicInteger();
    private volatile Sinks.@Nullable Empty<Void> quiet;

    /** Creates an ambient transaction. A {@link ConnectionSource} creates the subclasses. */
    protected AmbientTransaction() {}

    /** Returns the connection of the transaction. BEGIN was sent on it. */
    public abstract Connection connection();

    /**
     * Returns whether statements may be sent. The owner makes it false, then waits for {@link #quiet()}, and then sends
     * COMMIT or ROLLBACK. From then on operations in the transaction fail with a
     * {@link dev.kindred.error.TransactionException} and send nothing.
     */
    public abstract boolean isActive();

    /**
     * Completes when no thread is about to send a statement of the mapper. The owner waits for it before COMMIT or
     * ROLLBACK, also after a cancel: a statement that follows them would commit by itself. Does not wait for answers,
     * and never fails.
     */
    public final Mono<Void> quiet() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> signal = Sinks.empty();
            quiet = signal;
            return sending.get() == 0 ? Mono.empty() : signal.asMono();
        });
    }

    /**
     * Starts to send a statement, or returns false if the transaction has ended. Used by mappers only, with
     * {@link #sent()} after it.
     */
    public final boolean send() {
        sending.incrementAndGet();
        boolean active = isActive();
        if (!active) {
            sent();
        }
        return active;
    }

    /** Ends what {@link #send()} has started. Used by mappers only. */
    public final void sent() {
        Sinks.@Nullable Empty<Void> signal = sending.decrementAndGet() == 0 ? quiet : null;
        if (signal != null) {
            signal.tryEmitEmpty();
        }
    }

    /**
     * Requires the owner to roll back when it ends the transaction. Called if a partial effect of the mapper would
     * otherwise be committed: a write was cancelled while it ran, a statement got no answer, or a savepoint could not
     * be rolled back. Also called for {@link dev.kindred.reactor.transaction.Transaction#setRollbackOnly()}. Must not
     * block or throw.
     */
    public abstract void setRollbackOnly();

    /**
     * Returns the isolation and mode of the transaction, as far as known. By default read-write with the isolation of
     * the database.
     */
    public TransactionOptions options() {
        return TransactionOptions.defaults();
    }

    /**
     * Registers what runs after the transaction has ended. The owner calls {@code action} once with the outcome, after
     * {@link #isActive()} is false, and subscribes to the returned {@code Mono}. It runs the callbacks of
     * {@link dev.kindred.reactor.transaction.Transaction#afterCommit}, if possible after the connection was given back.
     * If a callback fails after a commit, the {@code Mono} ends with an {@link dev.kindred.error.AfterCommitException}.
     *
     * @return false if the source does not report the end, which is the default; registering a callback is then a
     *     {@link dev.kindred.error.TransactionException}
     */
    public boolean onEnd(Function<Outcome, Mono<Void>> action) {
        return false;
    }

    /**
     * Records that the owner has rolled back to a savepoint of its own. Rows of relations that mappers have read in the
     * transaction are read again. The owner calls it after the answer of the server.
     */
    public final void rolledBackToSavepoint() {
        savepointRollbacks.incrementAndGet();
    }

    /** Returns the number of calls of {@link #rolledBackToSavepoint()}. Used by mappers only. */
    public final int savepointRollbacks() {
        return savepointRollbacks.get();
    }

    /** Returns the object that a mapper keeps with this transaction under {@code key}. Used by mappers only. */
    @SuppressWarnings("unchecked") // a key is always used with one type
    public final <T> T attachment(Object key, Supplier<T> initial) {
        return (T) attachments.computeIfAbsent(key, absent -> initial.get());
    }

    /** The outcome of a transaction. */
    public enum Outcome {
        /** Committed. */
        COMMITTED,
        /** Rolled back. */
        ROLLED_BACK,
        /** Committed or rolled back: the answer was lost. */
        UNKNOWN
    }
}
