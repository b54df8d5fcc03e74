package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.KeySide;
import dev.kindred.internal.util.Checks;
import java.util.Collection;

/**
 * The related rows hold the foreign key. Any number of rows can reference an entity. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class HasManyRelation<E, R> extends ToManyRelation<E, R> {

    private HasManyRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.RELATED);
    }

    /** Returns the relation of a definition. */
    static <E, R> HasManyRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new HasManyRelation<>(definition);
    }

    /**
     * Returns this relation with the children of a write of both: {@code mapper.save(user,
     * User_.ORDERS.children(orders))}.
     */
    public RelatedEntities<E, R> children(Collection<? extends R> entities) {
        return new RelatedEntities<>(this, Checks.<R>noNulls(entities, "entities"));
    }
}
