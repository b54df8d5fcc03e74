package dev.kindred.reactor.internal.transaction;

import reactor.core.publisher.Mono;

/**
 * The steps of a transaction or a savepoint, apart from the order in which {@link Transactions} runs them. Thread-safe.
 */
interface TransactionSteps {

    /** Begins. */
    Mono<Void> begin(TransactionScope scope);

    /** Commits after the work has succeeded. Nothing of the work is emitted before. */
    Mono<Void> commit(TransactionScope scope);

    /** Ends after success or error: rolls back what is not committed, and returns what was acquired. Never fails. */
    Mono<Void> end(TransactionScope scope);

    /** Ends after a cancel. Never fails. */
    Mono<Void> cancelled(TransactionScope scope);
}
