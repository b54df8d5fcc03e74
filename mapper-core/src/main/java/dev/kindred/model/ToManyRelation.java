package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.Cardinality;
import dev.kindred.internal.sql.RelationParts.KeySide;
import dev.kindred.internal.util.Checks;

/**
 * A relation to any number of rows. Its member is a {@code Flux}. The rows have an order: the order of the relation,
 * then the primary key. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public abstract class ToManyRelation<E, R> extends Relation<E, R> {

    ToManyRelation(RelationDefinition<E, R> definition, KeySide key) {
        super(Checks.notNull(definition, "definition").inTotalOrder(), key, Cardinality.MANY);
    }
}
