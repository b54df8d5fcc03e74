package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.Cardinality;
import dev.kindred.internal.sql.RelationParts.KeySide;

/**
 * A relation to at most one row. Its member is a {@code Mono}. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public abstract class ToOneRelation<E, R> extends Relation<E, R> {

    ToOneRelation(RelationDefinition<E, R> definition, KeySide key) {
        super(definition, key, Cardinality.ONE);
    }
}
