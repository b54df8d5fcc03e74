package dev.kindred.model;

import dev.kindred.internal.util.Checks;

/**
 * A relation and the entity that it is to lead to, for a write of both sides: {@code User_.PROFILE.with(profile)}.
 * Immutable and thread-safe.
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

    /** Shows the relation only: entities may hold what must not be shown. */
    @Override
    public String toString() {
        return relation.toString();
    }
}
