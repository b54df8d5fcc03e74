package dev.kindred.reactor;

import dev.kindred.query.AggregateSteps;
import dev.kindred.query.Aggregated;
import dev.kindred.query.QuerySteps;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for entities with aggregates of related rows, started by {@link EntitySelect#with} and its siblings.
 * Conditions, order, columns, preloads and further aggregates can be added in any order. Immutable and thread-safe.
 * Each step returns a new query, and each subscription to a result sends the statements again.
 *
 * @param <E> the entity
 */
public interface AggregatedSelect<E>
        extends QuerySteps<E, AggregatedSelect<E>>, AggregateSteps<E, AggregatedSelect<E>>, PagedSelect<Aggregated<E>> {

    /** Returns all rows, as {@link EntitySelect#all()} does. The aggregates need no further statement. */
    Flux<Aggregated<E>> all();

    /** Returns the first row, or completes empty. As {@link #all()}, of one row. */
    Mono<Aggregated<E>> first();

    /**
     * Returns the only row, or completes empty. As {@link #all()}, with at most two rows. A second row is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<Aggregated<E>> one();
}
