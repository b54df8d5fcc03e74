package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for values in place of entities, started by {@link EntitySelect#project}. It reads the columns it needs and nothing else.
 * Immutable and thread-safe: each step returns a new one, and each subscription to a result runs anew.
 *
 * @param <T> what is made of a row
 */
public interface ProjectedSelect<T> {

    /**
     * Reads each combination of values once. An order of the query must then be one by these columns, and the query must not lock its rows;
     * else the result is a {@link dev.kindred.error.MappingException} before any statement.
     */
    ProjectedSelect<T> distinct();

    /**
     * Returns what is made of all rows. Reads the result to its end, gives the connection back, and emits. One statement. An error of the
     * mapping function is the error of the result.
     */
    Flux<T> all();

    /** Returns what is made of the first row, or completes empty. As {@link #all()}, of one row. */
    Mono<T> first();

    /**
     * Returns what is made of the only row, or completes empty. As {@link #all()}, of two rows at most; when there is a second one it is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<T> one();
}
