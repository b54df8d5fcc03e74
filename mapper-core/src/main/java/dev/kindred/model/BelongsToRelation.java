package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.KeySide;

/**
 * The declaring entity holds the foreign key of one row, its owner. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class BelongsToRelation<E, R> extends ToOneRelation<E, R> {

    private BelongsToRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.ENTITY);
    }

    /** Returns the relation of a definition. */
    static <E, R> BelongsToRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new BelongsToRelation<>(definition);
    }
}
