package dev.kindred.reactor;

import dev.kindred.model.RelationSteps;
import reactor.core.publisher.Mono;

/**
 * A delete of all rows that satisfy a condition, in one statement. It touches no owner. Immutable and thread-safe. Each
 * step returns a new delete.
 *
 * @param <E> the entity
 */
public interface BulkDelete<E> extends RelationSteps<E, BulkDelete<E>> {

    /**
     * Allows a delete of every row. Required without a condition, and an error with one.
     */
    BulkDelete<E> everything();

    /**
     * Deletes rows of an entity with {@code @SoftDelete} too, marked ones included.
     */
    BulkDelete<E> permanently();

    /**
     * Returns the number of rows that were deleted, or marked as deleted for an entity with {@code @SoftDelete}. One
     * statement. An {@link IllegalArgumentException} before any statement if neither a condition nor
     * {@link #everything()} is given.
     */
    Mono<Long> execute();
}
