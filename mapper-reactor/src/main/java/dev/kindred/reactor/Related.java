package dev.kindred.reactor;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Reads the related row of one entity. Each subscription queries the database and ignores the handle of the entity.
 * Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface Related<R> {

    /**
     * Returns the related entity, or completes empty without a related row.
     *
     * <ul>
     *   <li>One statement. No statement if the key of the entity is null.
     *   <li>Of several rows it is the first in the order of the relation. Without an order it is the row with the
     *       lowest primary key.
     * </ul>
     */
    Mono<R> find();

    /**
     * Returns the related entity as {@link #find()} does. Without a related row it is an
     * {@link dev.kindred.error.EntityNotFoundException}, whose message names the entity and the relation.
     */
    Mono<R> get();

    /**
     * Returns the related entity as {@link #find()} does. Without a related row it returns the entity of
     * {@code absent}, which is not stored. It gets the values of the equality conditions in the scope, and for a
     * {@code @HasOne} its foreign key. The supplier is called only without a row.
     */
    Mono<R> getOrDefault(Supplier<R> absent);

    /**
     * Starts a query for the related entity. Further conditions narrow it and cannot widen it.
     *
     * <ul>
     *   <li>The query binds the key and reads at most one row.
     *   <li>If the relation has an order, the conditions apply to the row that the order selects.
     *   <li>If the key of the entity is null, the results are empty, zero and false, without a statement.
     * </ul>
     */
    EntitySelect<R> query();
}
