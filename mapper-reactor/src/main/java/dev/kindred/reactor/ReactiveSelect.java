package dev.kindred.reactor;

import dev.kindred.query.AggregateSteps;
import dev.kindred.query.QuerySteps;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for entities that can be run. Immutable and thread-safe: each step returns a new one, and each subscription to a result runs
 * anew.
 *
 * @param <E> the entity
 */
public interface ReactiveSelect<E> extends QuerySteps<E, ReactiveSelect<E>>, AggregateSteps<E, AggregatedSelect<E>> {

    /**
     * Returns all rows. Reads the result to its end, then the preloads, gives the connection back, and emits: a slow subscriber holds no
     * connection. One statement, and one for each preload that has a key to ask for.
     */
    Flux<E> all();

    /** Returns the first row, or completes empty. As {@link #all()}, of one row. */
    Mono<E> first();

    /**
     * Returns the only row, or completes empty. As {@link #all()}, of two rows at most; when there is a second one it is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<E> one();

    /** Returns the number of rows, of those of the page when there is a limit or an offset. One statement. */
    Mono<Long> count();

    /** Returns whether there is a row. One statement. */
    Mono<Boolean> exists();
}
