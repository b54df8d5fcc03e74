package dev.kindred.reactor;

import dev.kindred.model.Assignment;
import dev.kindred.model.RelationSteps;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An update of all rows that satisfy a condition, in one statement. Columns of {@code @UpdatedAt} are set, those of {@code @Version} raised.
 * What was set is all that is written: owners that {@code @BelongsTo(touch = true)} leads to are not marked as changed. Each step returns a new update and leaves this one as it is. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public interface BulkUpdate<E> extends RelationSteps<E, BulkUpdate<E>> {

    /** Gives a column a value. */
    BulkUpdate<E> set(Assignment<E> value);

    /** Gives columns values. */
    BulkUpdate<E> set(Collection<Assignment<E>> values);

    /** Says that every row is meant. Needed for an update without a condition, and wrong for one with a condition. */
    BulkUpdate<E> everything();

    /**
     * Returns how many rows were changed. One statement; none when no value was set. Without a condition and without {@link #everything()}
     * it is an {@link IllegalArgumentException}, and nothing is sent; so is a column of the primary key, or one that the mapper writes itself.
     */
    Mono<Long> execute();

    /** Returns the changed entities as the database stored them, with live handles, in any order; otherwise as {@link #execute()}. */
    Flux<E> returning();
}
