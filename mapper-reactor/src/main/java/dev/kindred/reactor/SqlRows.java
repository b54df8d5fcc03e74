package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows of raw SQL. Each subscription to a result runs the statement again, on the connection of the subscriber's
 * transaction or one of the pool. After a cancel in a transaction the transaction can only be rolled back, because the
 * effect of the statement is unknown. Immutable and thread-safe.
 *
 * @param <T> the result of one row
 */
public interface SqlRows<T> {

    /**
     * Returns the results of all rows. Reads the whole result, returns the connection, and emits. One statement.
     */
    Flux<T> all();

    /**
     * Returns the result of the first row, or completes empty. Reads all rows as {@link #all()} does. Give the
     * statement a limit.
     */
    Mono<T> first();

    /**
     * Returns the result of the only row, or completes empty. Reads all rows as {@link #all()} does. A second row is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<T> one();
}
