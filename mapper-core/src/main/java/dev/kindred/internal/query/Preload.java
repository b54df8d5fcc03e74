package dev.kindred.internal.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Relation;

/**
 * A relation to load with the entities of a query, and the query for the related entities.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param relation the relation
 * @param query the conditions, order, columns and further preloads of the related entities
 */
public record Preload<E, R>(Relation<E, R> relation, SelectQuery<R> query) {

    public Preload {
        Checks.notNull(relation, "relation");
        Checks.notNull(query, "query");
    }
}
