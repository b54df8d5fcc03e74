package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs work in transactions. The transaction is in the Reactor Context. The transaction part of {@link ReactiveMapper}.
 * Thread-safe.
 */
public interface TransactionOperations {

    /**
     * Runs {@code work} in a transaction and emits its value after the server acknowledged COMMIT: {@code
     * work.as(mapper::transactional)}.
     *
     * <ul>
     *   <li>Sends BEGIN, the statements of {@code work} on the same connection in the order of their subscription, and
     *       COMMIT.
     *   <li>If the Context has a transaction, {@code work} runs in a savepoint of it. The value is then emitted after
     *       RELEASE SAVEPOINT.
     *   <li>If {@code work} is empty, the transaction is committed and the result is empty.
     *   <li>An error or a cancel of {@code work} rolls back.
     * </ul>
     *
     * <p>Errors besides those of {@code work}:
     *
     * <ul>
     *   <li>{@link dev.kindred.error.TransactionException} if the transaction was rolled back although {@code work}
     *       completed, or if {@code work} exceeded the time limit;
     *   <li>{@link dev.kindred.error.TransactionOutcomeUnknownException} if the connection was lost during COMMIT;
     *   <li>{@link dev.kindred.error.AfterCommitException} if it is committed and a callback failed.
     * </ul>
     */
    default <T> Mono<T> transactional(Mono<T> work) {
        return transactional(work, TransactionOptions.defaults());
    }

    /**
     * Runs {@code work} in a transaction with {@code options}, as {@link #transactional(Mono)} does.
     *
     * <p>In a savepoint, another isolation, or {@code readOnly()} inside a read-write transaction, is a
     * {@link dev.kindred.error.TransactionException}. {@code timeout(..)} applies to the savepoint. {@code retry(..)}
     * has no effect.
     */
    <T> Mono<T> transactional(Mono<T> work, TransactionOptions options);

    /**
     * Runs {@code work} in a transaction, as {@link #transactional(Mono)} does, and emits all its values after the
     * server acknowledged COMMIT. The values are one list in memory, so that an operator cannot take some of them and
     * roll back the rest. Empty work emits an empty list.
     */
    default <T> Mono<List<T>> transactional(Flux<T> work) {
        return transactional(Checks.notNull(work, "work").collectList());
    }

    /** Runs {@code work} in a new transaction, as {@link #requiresNew(Mono, TransactionOptions)} does. */
    default <T> Mono<T> requiresNew(Mono<T> work) {
        return requiresNew(work, TransactionOptions.defaults());
    }

    /**
     * Runs {@code work} in a new transaction, which is independent of the transaction in the Context.
     *
     * <ul>
     *   <li>It uses a second connection while the outer transaction keeps its own. This connection is opened outside
     *       the pool and closed after two seconds without use.
     *   <li>At each level of nesting, at most as many of these transactions run as the pool has connections. Further
     *       callers wait.
     *   <li>The two transactions cannot see each other's rows. If {@code work} waits for a row that the outer
     *       transaction has locked, it ends with the server's lock timeout.
     *   <li>Without a transaction in the Context it runs as {@link #transactional(Mono, TransactionOptions)}.
     * </ul>
     */
    <T> Mono<T> requiresNew(Mono<T> work, TransactionOptions options);

    /**
     * Returns the transaction or savepoint of the subscriber's Context, or completes empty without one. No statement.
     */
    Mono<Transaction> currentTransaction();
}
