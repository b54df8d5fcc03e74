package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.DeletedRows;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.model.EntityModel;
import dev.kindred.model.PivotRelation;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries for the pivots of one entity and for the related rows of these pivots. Immutable.
 *
 * @param relation the relation
 */
public record LinkStatements<E, R, P>(PivotRelation<E, R, P> relation) {

    /** Returns the query for the pivots of {@code entity}. It matches nothing if the key of the entity is null. */
    public SelectQuery<P> pivots(E entity) {
        return withDeletedOnes(PreloadStep.of(relation.pivots()).queryFor(entity));
    }

    /** Returns the query for the pivots of the entity with the key that {@code key}, a condition on them, states. */
    public SelectQuery<P> pivotsWhere(Predicate key) {
        return withDeletedOnes(PreloadStep.of(relation.pivots()).queryWhere(key));
    }

    private SelectQuery<P> withDeletedOnes(SelectQuery<P> pivots) {
        EntityModel<P> model = relation.pivots().related();
        Hop hop = Nodes.of(relation).hops().get(0);
        List<Predicate> undeleted = DeletedRows.LEFT_OUT.conditions(Columns.softDelete(model));
        return hop.conditions().containsAll(undeleted) ? pivots : pivots.withDeleted();
    }

    /** Returns the query for the related rows with {@code keys}, which is not empty, in the order of the relation. */
    public SelectQuery<R> related(KeyRows<R> keys) {
        RelatedFilter rows = Nodes.of(relation).rows();
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(keys.matching(Columns.references(relation.targetKey())));
        conditions.addAll(rows.fixed());
        return SelectQuery.of(relation, rows).within(Restriction.toMany(conditions, rows.orderBy()));
    }
}
