package dev.kindred.reactor;

import reactor.core.publisher.Mono;

/**
 * The relation of one entity. Asks the database each time, whatever the entity's handle knows. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface Related<R> {

    /**
     * Returns the related entity, or completes empty. One statement, or none when the key of the entity is null. Of several rows it is the
     * one with the lowest primary key.
     */
    Mono<R> get();

    /**
     * Starts a query for the related entity, which further conditions can narrow but not widen: it binds the key, and reads one row at
     * most. When the key of the entity is null, its results are empty, zero and false without a statement.
     */
    ReactiveSelect<R> query();
}
