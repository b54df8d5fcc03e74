package dev.kindred.query;

import dev.kindred.internal.util.Checks;

/**
 * A related row of a many-to-many relation with the pivot by which it is reached.
 *
 * @param <R> the related entity
 * @param <P> the entity of the pivot table
 * @param related the related row
 * @param pivot the pivot
 */
public record Linked<R, P>(R related, P pivot) {

    public Linked {
        Checks.notNull(related, "related");
        Checks.notNull(pivot, "pivot");
    }
}
