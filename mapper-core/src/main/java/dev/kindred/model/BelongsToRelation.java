package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.Cardinality;
import dev.kindred.internal.sql.RelationParts.KeySide;

/**
 * The declaring entity holds the foreign key of one row, its owner. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class BelongsToRelation<E, R> extends Relation<E, R> {

    private BelongsToRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.ENTITY, Cardinality.ONE);
    }

    /** Returns the relation of a definition. */
    public static <E, R> BelongsToRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new BelongsToRelation<>(definition);
    }
}
