package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.KeySide;

/**
 * The related row holds the foreign key. The relation has at most one row. Of several rows, the first in the order of
 * the relation is the related row; without an order, the row with the lowest primary key. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class HasOneRelation<E, R> extends ToOneRelation<E, R> {

    private HasOneRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.RELATED);
    }

    /** Returns the relation of a definition. */
    static <E, R> HasOneRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new HasOneRelation<>(definition);
    }

    /**
     * Returns this relation with the child of a write of both: {@code mapper.save(user, User_.PROFILE.child(profile))}.
     */
    public RelatedEntity<E, R> child(R entity) {
        return new RelatedEntity<>(this, entity);
    }
}
