package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows of a statement that the user wrote. Immutable and thread-safe; each subscription to a result runs the statement anew, on the
 * connection of the subscriber's transaction or one of the pool. A cancel in a transaction while it runs lets the transaction only be rolled
 * back, since nobody knows what such a statement does.
 *
 * @param <T> what is made of a row
 */
public interface SqlRows<T> {

    /** Returns what is made of all rows. Reads the result to its end, gives the connection back, and emits. One statement. */
    Flux<T> all();

    /**
     * Returns what is made of the first row, or completes empty. Reads all rows as {@link #all()} does, so let the statement have a limit.
     */
    Mono<T> first();

    /**
     * Returns what is made of the only row, or completes empty. Reads all rows as {@link #all()} does; when there is a second one it is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<T> one();
}
