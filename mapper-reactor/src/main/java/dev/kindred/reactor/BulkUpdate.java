package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.RelationSteps;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An update of all rows that satisfy a condition, in one statement. Columns of {@code @UpdatedAt} are set, and columns
 * of {@code @Version} are incremented. It touches no owner. Immutable and thread-safe. Each step returns a new update.
 *
 * @param <E> the entity
 */
public interface BulkUpdate<E> extends RelationSteps<E, BulkUpdate<E>> {

    /**
     * Sets a column.
     */
    BulkUpdate<E> set(Assignment<E> value);

    /** Sets columns. */
    default BulkUpdate<E> set(Assignment<E> first, Assignment<E> second) {
        return set(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Sets columns. */
    default BulkUpdate<E> set(Assignment<E> first, Assignment<E> second, Assignment<E> third) {
        return set(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Sets columns. */
    BulkUpdate<E> set(Collection<Assignment<E>> values);

    /**
     * Allows an update of every row. Required if no condition is set; an error if one is set.
     */
    BulkUpdate<E> everything();

    /**
     * Returns the number of changed rows. One statement. No statement without values. An
     * {@link IllegalArgumentException} before any statement if neither a condition nor {@link #everything()} is given,
     * or for a column of the primary key or one that the mapper sets itself.
     */
    Mono<Long> execute();

    /**
     * Returns the changed entities as stored, with working handles, in any order. Otherwise as {@link #execute()}.
     */
    Flux<E> returning();
}
