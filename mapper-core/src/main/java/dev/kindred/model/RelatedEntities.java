package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * A relation and its children, for a write of both sides: {@code User_.ORDERS.children(orders)}. Immutable and
 * thread-safe.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param relation the relation
 * @param entities the related entities
 */
public record RelatedEntities<E, R>(HasManyRelation<E, R> relation, List<R> entities) {

    public RelatedEntities {
        Checks.notNull(relation, "relation");
        entities = Checks.noNulls(entities, "entities");
    }

    /** Returns the relation only, because entities can contain confidential values. */
    @Override
    public String toString() {
        return relation.toString();
    }
}
