package dev.kindred.reactor;

import dev.kindred.model.RelationSteps;
import reactor.core.publisher.Mono;

/**
 * A delete of all rows that satisfy a condition, in one statement. Owners that {@code @BelongsTo(touch = true)}
 * leads to are not marked as changed. Each step returns a new delete and leaves this one as it is. Immutable
 * and thread-safe.
 *
 * @param <E> the entity
 */
public interface BulkDelete<E> extends RelationSteps<E, BulkDelete<E>> {

    /** Says that every row is meant. Needed for a delete without a condition, and wrong for one with a condition. */
    BulkDelete<E> everything();

    /** Removes the rows also where they would only be marked as deleted ({@code @SoftDelete}), and those that are marked as well. */
    BulkDelete<E> permanently();

    /**
     * Returns how many rows were removed, or with {@code @SoftDelete} marked as deleted. One statement. Without a condition and without {@link #everything()} it is an
     * {@link IllegalArgumentException}, and nothing is sent.
     */
    Mono<Long> execute();
}
