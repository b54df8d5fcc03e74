package dev.kindred.reactor;

import dev.kindred.error.EntityNotFoundException;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The relation of one entity. Asks the database each time, whatever the entity's handle knows. Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface Related<R> {

    /**
     * Returns the related entity, or completes empty. One statement, or none when the key of the entity is null. Of several rows it is the
     * first one in the order of the relation, and without an order the one with the lowest primary key.
     */
    Mono<R> find();

    /** Returns the related entity as {@link #find()} does; no related row is an {@link EntityNotFoundException}. */
    default Mono<R> get() {
        return find().switchIfEmpty(Mono.error(
                () -> new EntityNotFoundException("The relation has no related row. Use find() if that is no error.")));
    }

    /**
     * Returns the related entity as {@link #find()} does, or else the one that {@code absent} gives: not stored, and with the foreign key of
     * this relation and the values its scope demands in place of its own. The supplier is not asked when there is a row.
     */
    Mono<R> getOrDefault(Supplier<R> absent);

    /**
     * Starts a query for the related entity, which further conditions can narrow but not widen: it binds the key, and reads one row at
     * most. Where the relation has an order, the conditions are about the row that it picks. When the key of the entity is null, its results are empty, zero and false without a statement.
     */
    EntitySelect<R> query();
}
