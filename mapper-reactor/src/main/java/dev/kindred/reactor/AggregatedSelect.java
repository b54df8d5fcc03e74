package dev.kindred.reactor;

import dev.kindred.query.AggregateSteps;
import dev.kindred.query.Aggregated;
import dev.kindred.query.QuerySteps;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for entities together with values made of related rows, started by {@link EntitySelect#with} and its kin. Conditions, order,
 * columns, preloads and further values can be added in any order. Immutable and thread-safe: each step returns a new one, and each
 * subscription to a result runs anew.
 *
 * @param <E> the entity
 */
public interface AggregatedSelect<E>
        extends QuerySteps<E, AggregatedSelect<E>>, AggregateSteps<E, AggregatedSelect<E>>, PagedSelect<Aggregated<E>> {

    /** Returns all rows, as {@link EntitySelect#all()} does: the values cost no statement of their own. */
    Flux<Aggregated<E>> all();

    /** Returns the first row, or completes empty. As {@link #all()}, of one row. */
    Mono<Aggregated<E>> first();

    /**
     * Returns the only row, or completes empty. As {@link #all()}, of two rows at most; when there is a second one it is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<Aggregated<E>> one();
}
