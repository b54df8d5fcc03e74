package dev.kindred.model;

import dev.kindred.internal.util.Checks;

/**
 * A relation and its child, for a write of both sides: {@code User_.PROFILE.child(profile)}. Immutable and
 * thread-safe.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param relation the relation
 * @param entity the related entity
 */
public record RelatedEntity<E, R>(HasOneRelation<E, R> relation, R entity) {

    public RelatedEntity {
        Checks.notNull(relation, "relation");
        Checks.notNull(entity, "entity");
    }

    /** Returns the relation only, because entities can contain confidential values. */
    @Override
    public String toString() {
        return relation.toString();
    }
}
