package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Join;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One relation loaded for some entities: which statement reads the related rows, and which row belongs to which key.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param relation the relation
 * @param query what is read of the related entities; it includes the key that points back
 * @param next the relations loaded for the related entities in turn
 */
public record PreloadStep<E, R>(Relation<E, R> relation, SelectQuery<R> query, PreloadPlan<R> next) {

    /** Returns the load of {@code relation} without conditions and without further relations. */
    public static <E, R> PreloadStep<E, R> of(Relation<E, R> relation) {
        return new PreloadStep<>(relation, SelectQuery.of(relation), PreloadPlan.none());
    }

    /** Returns the query for the rows related to {@code keys}, of which there is at least one. */
    public SelectQuery<R> queryFor(KeyRows<E> keys) {
        RelatedFilter rows = Nodes.of(relation.rows());
        List<Ordering> tieBreak = tieBreak(rows);
        boolean isOrdered = picks(rows) || !query.filter().orderBy().isEmpty();
        List<ColumnReference> oneEach = isOrdered && !tieBreak.isEmpty() ? target() : List.of();
        return query.within(
                new Restriction(conditions(keys.matching(target()), rows), tieBreak, oneEach, null, picks(rows)));
    }

    /**
     * Returns the query for the one row related to {@code entity}. Further conditions apply to that row. The query of an entity whose key is
     * null matches nothing.
     */
    public SelectQuery<R> queryFor(E entity) {
        @Nullable SelectQuery<R> one = queryFor(entity, true);
        return one == null ? query.within(Restriction.nothing()) : one;
    }

    /** Returns the query for the first row related to {@code entity} that satisfies further conditions, or null if its key is null. */
    public @Nullable SelectQuery<R> searchFor(E entity) {
        return queryFor(entity, false);
    }

    private @Nullable SelectQuery<R> queryFor(E entity, boolean picks) {
        if (RelationKey.of(relation.sourceKey(), entity) == null) {
            return null;
        }
        return oneOf(equal(entity), picks);
    }

    /** Returns the query for the one row that satisfies {@code key}, a condition on the target key. */
    public SelectQuery<R> queryWhere(Predicate key) {
        return oneOf(key, true);
    }

    private SelectQuery<R> oneOf(Predicate key, boolean picks) {
        RelatedFilter rows = Nodes.of(relation.rows());
        return query.within(
                new Restriction(conditions(key, rows), tieBreak(rows), List.of(), 1L, picks && picks(rows)));
    }

    private Predicate equal(E entity) {
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            EntityColumn<E, ?> source = relation.sourceKey().get(i);
            equal.add(new Predicate.Comparison(
                    target().get(i), ComparisonOperator.EQUAL, new Parameter(source.type(), source.getOrNull(entity))));
        }
        return equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
    }

    /**
     * Returns what is read beside each entity, with what the plan joins to it in turn.
     *
     * @param entities what holds for the entities
     */
    Join toJoin(List<Predicate> entities) {
        RelatedFilter rows = Nodes.of(relation.rows());
        Select select = query.toSelect();
        Filter filter = query.filter();
        if (relation.isOneOfMany()
                && (filter.where() != null || !filter.orderBy().isEmpty())) {
            return new Join(pickedBeside(rows), select.columns(), List.of(), next.joins(List.of()));
        }
        List<Predicate> conditions = new ArrayList<>(rows.fixed());
        if (select.where() instanceof Predicate.Conjunction all) {
            conditions.addAll(all.operands());
        } else if (select.where() != null) {
            conditions.add(select.where());
        }
        List<Ordering> tieBreak = tieBreak(rows);
        if (tieBreak.isEmpty()) {
            conditions.addAll(CarriedBounds.of(entities, Columns.links(relation)));
        }
        List<Ordering> orderBy = new ArrayList<>(tieBreak.isEmpty() ? List.of() : select.orderBy());
        orderBy.addAll(tieBreak);
        return new Join(
                new Subquery(relation.related().table(), Columns.links(relation), conditions),
                select.columns(),
                orderBy,
                next.joins(conditions));
    }

    private Subquery pickedBeside(RelatedFilter rows) {
        Filter filter = query.filter();
        List<Predicate> candidates = new ArrayList<>(rows.fixed());
        candidates.addAll(filter.deleted().conditions(rows.table().softDelete()));
        return new Subquery(
                rows.table().name(),
                Columns.links(relation),
                filter.where() == null ? List.of() : List.of(filter.where()),
                new Subquery.First(Columns.references(relation.related()), candidates, rows.totalOrder()));
    }

    /** Returns the key by which {@code row} belongs to entities, or null when it belongs to none. */
    public @Nullable Object keyOf(R row) {
        return RelationKey.of(relation.targetKey(), row);
    }

    private List<ColumnReference> target() {
        return Columns.references(relation.targetKey());
    }

    /** The scope of the relation comes with the keys, so that it holds once and whatever query is given. */
    private static List<Predicate> conditions(Predicate key, RelatedFilter rows) {
        List<Predicate> all = new ArrayList<>();
        all.add(key);
        all.addAll(rows.fixed());
        return all;
    }

    /** Tells whether the order of the relation picks a row, which it does where there may be several. */
    private boolean picks(RelatedFilter rows) {
        return !rows.orderBy().isEmpty() && !tieBreak(rows).isEmpty();
    }

    /** Of several rows the first in the order of the scope counts, and of those the one with the lowest primary key. */
    private List<Ordering> tieBreak(RelatedFilter rows) {
        return isForOneRow(rows) ? List.of() : rows.totalOrder();
    }

    /** A key has at most one row if the owner key is the primary key, or the foreign key is declared unique. */
    private boolean isForOneRow(RelatedFilter rows) {
        List<EntityColumn<R, ?>> key = relation.targetKey();
        return relation.holdsForeignKey()
                ? relation.related().id().equals(key)
                : rows.orderBy().isEmpty() && key.size() == 1 && key.get(0).is(ColumnTrait.UNIQUE);
    }
}
