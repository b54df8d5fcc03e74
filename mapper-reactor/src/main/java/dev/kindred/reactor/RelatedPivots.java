package dev.kindred.reactor;

import dev.kindred.query.Linked;
import reactor.core.publisher.Flux;

/**
 * Reads the related rows of one entity over a pivot that is an entity. Each subscription queries the database and
 * ignores the handle of the entity. Immutable and thread-safe.
 *
 * @param <R> the related entity
 * @param <P> the entity of the pivot table
 */
public interface RelatedPivots<R, P> extends RelatedMany<R> {

    /**
     * Returns each related row with the pivot by which it is reached, in the order of the relation. A row with several
     * pivots is emitted once for each, in the order of the relation to the pivots.
     *
     * <ul>
     *   <li>Two statements, for the pivots and then for the related rows, on one connection. One without a pivot, and
     *       none if the key of the entity is null. Outside a transaction each statement has its own snapshot: a pivot
     *       whose row is deleted meanwhile is left out.
     *   <li>Pivots and related rows that are marked as deleted are left out.
     *       {@link dev.kindred.model.PivotRelation#withDeletedPivots()} includes such pivots.
     *   <li>All rows are read before the first is emitted. For many rows, read the pivots with a query of their own.
     *   <li>The handle of the entity and the handles of the pivots are not changed.
     * </ul>
     */
    Flux<Linked<R, P>> links();
}
