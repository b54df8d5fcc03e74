package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs work in transactions, which travel in the Reactor Context. The part of {@link ReactiveMapper} that begins and ends them; thread-safe.
 */
public interface TransactionOperations {

    /**
     * Runs {@code work} in a transaction and emits its value after COMMIT was acknowledged: BEGIN, the statements of {@code work} on the
     * same connection one after another in the order of their subscription, COMMIT. In a Context that has a transaction, in a savepoint of
     * that one. When {@code work} fails or is cancelled, everything is rolled back. Made for {@code work.as(mapper::transactional)}.
     *
     * <p>Errors besides those of {@code work}: {@link dev.kindred.error.TransactionException} when it was rolled back though {@code work}
     * ended well, or took too long; {@link dev.kindred.error.TransactionOutcomeUnknownException} when the connection was lost while COMMIT
     * was on its way; {@link dev.kindred.error.AfterCommitException} when it is committed and a callback failed.
     */
    default <T> Mono<T> transactional(Mono<T> work) {
        return transactional(work, TransactionOptions.defaults());
    }

    /**
     * Runs {@code work} in a transaction with {@code options}, as {@link #transactional(Mono)} does. A savepoint has the isolation and the
     * mode of the transaction around it: asking for others is a {@link dev.kindred.error.TransactionException}.
     */
    <T> Mono<T> transactional(Mono<T> work, TransactionOptions options);

    /**
     * Runs {@code work} in a transaction, as {@link #transactional(Mono)} does, and emits all its values after COMMIT was acknowledged. They
     * are one list and held in memory, so that no operator can take some of them and roll the others back.
     */
    default <T> Mono<List<T>> transactional(Flux<T> work) {
        return transactional(Checks.notNull(work, "work").collectList());
    }

    /** Runs {@code work} in a transaction of its own, as {@link #requiresNew(Mono, TransactionOptions)} does. */
    default <T> Mono<T> requiresNew(Mono<T> work) {
        return requiresNew(work, TransactionOptions.defaults());
    }

    /**
     * Runs {@code work} in a transaction of its own, which is kept whatever becomes of the one that the Context has. That takes a second
     * connection while the first one waits, so it is opened beside those of the pool and closed afterwards: as many at once as the pool has,
     * further ones wait. The two transactions cannot see each other's rows, and work that waits for a row that the outer one has locked
     * ends by the server's lock timeout. Without a transaction in the Context as {@link #transactional(Mono, TransactionOptions)}.
     */
    <T> Mono<T> requiresNew(Mono<T> work, TransactionOptions options);

    /** Returns the transaction, or the savepoint, of the subscriber's Context, or completes empty when there is none. No statement. */
    Mono<Transaction> currentTransaction();
}
