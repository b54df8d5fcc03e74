package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for values instead of entities, started by {@link EntitySelect#project}. It reads only the columns it needs.
 * Immutable and thread-safe. Each step returns a new query, and each subscription to a result sends the statement
 * again.
 *
 * @param <T> the result of one row
 */
public interface ProjectedSelect<T> {

    /**
     * Reads each combination of values once. The order of the query must use these columns only, and the query must not
     * lock rows. Otherwise the result is a {@link dev.kindred.error.MappingException} before any statement.
     */
    ProjectedSelect<T> distinct();

    /**
     * Returns the results of all rows. Reads the whole result, returns the connection, and emits. One statement. An
     * error of the mapping function is the error of the result.
     */
    Flux<T> all();

    /**
     * Returns the result of the first row, or completes empty. As {@link #all()}, of one row.
     */
    Mono<T> first();

    /**
     * Returns the result of the only row, or completes empty. As {@link #all()}, with at most two rows. A second row is
     * a {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<T> one();
}
