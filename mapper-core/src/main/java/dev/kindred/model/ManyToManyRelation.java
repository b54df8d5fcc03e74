package dev.kindred.model;

import dev.kindred.internal.sql.RelationParts.KeySide;
import java.util.Optional;

/**
 * The rows that a pivot table pairs with an entity. Each pair is one row of that table. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 * @see PivotRelation
 */
public class ManyToManyRelation<E, R> extends ToManyRelation<E, R> {

    ManyToManyRelation(RelationDefinition<E, R> definition) {
        super(definition, KeySide.BETWEEN);
    }

    /** Returns the relation of a definition over the pairs of a table. */
    static <E, R> ManyToManyRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new ManyToManyRelation<>(definition);
    }

    @Override
    public final Optional<EntityModel<?>> pivotModel() {
        return definition().path().pivotModel();
    }
}
