package dev.kindred.internal.preload;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.Column;
import dev.kindred.model.EntityModel;
import dev.kindred.model.RelatedRows;
import dev.kindred.model.Relation;
import dev.kindred.query.Restriction;
import dev.kindred.query.SelectQuery;
import dev.kindred.sql.ComparisonOperator;
import dev.kindred.sql.Expression.ColumnReference;
import dev.kindred.sql.Expression.Parameter;
import dev.kindred.sql.Join;
import dev.kindred.sql.Ordering;
import dev.kindred.sql.Predicate;
import dev.kindred.sql.Select;
import dev.kindred.sql.Subquery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return query.within(restriction(keys.matching(target()), null));
    }

    /** Returns the query for the one row related to {@code entity}, or null when its key is. */
    public @Nullable SelectQuery<R> queryFor(E entity) {
        if (RelationKey.of(relation.sourceKey(), entity) == null) {
            return null;
        }
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            Column<E, ?> source = relation.sourceKey().get(i);
            equal.add(new Predicate.Comparison(
                    target().get(i), ComparisonOperator.EQUAL, new Parameter(source.type(), source.get(entity))));
        }
        Predicate predicate = equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
        return query.within(restriction(predicate, 1L));
    }

    /** Returns what is read beside each entity, with what the plan joins to it in turn. */
    public Join toJoin() {
        RelatedRows<R> rows = relation.rows();
        Select select = query.toSelect();
        List<Predicate> conditions = new ArrayList<>(rows.fixed());
        if (select.where() instanceof Predicate.Conjunction all) {
            conditions.addAll(all.operands());
        } else if (select.where() != null) {
            conditions.add(select.where());
        }
        List<Ordering> tieBreak = tieBreak(rows.orderBy());
        List<Ordering> orderBy = new ArrayList<>(tieBreak.isEmpty() ? List.of() : select.orderBy());
        orderBy.addAll(tieBreak);
        return new Join(
                new Subquery(relation.related().table(), relation.links(), conditions),
                select.columns(),
                orderBy,
                next.joins());
    }

    /** Returns {@code rows} by key; of several with the same key the first one counts, which the order of the statement decides. */
    public Map<Object, R> byKey(List<R> rows) {
        Map<Object, R> found = new HashMap<>(rows.size() * 2);
        for (R row : rows) {
            @Nullable Object key = RelationKey.of(relation.targetKey(), row);
            if (key != null) {
                found.putIfAbsent(key, row);
            }
        }
        return found;
    }

    private List<ColumnReference> target() {
        return relation.targetKey().stream().map(Column::reference).toList();
    }

    /**
     * The scope of the relation comes with the keys, so that it holds once and whatever query is given. One with an order picks one of many
     * rows for each key, which the server does, so that the others are not sent.
     */
    private Restriction restriction(Predicate key, @Nullable Long atMost) {
        RelatedRows<R> rows = relation.rows();
        List<Predicate> predicates = new ArrayList<>();
        predicates.add(key);
        predicates.addAll(rows.fixed());
        List<Ordering> tieBreak = tieBreak(rows.orderBy());
        boolean isOneOfMany =
                atMost == null && !tieBreak.isEmpty() && !rows.orderBy().isEmpty();
        return new Restriction(predicates, tieBreak, isOneOfMany ? target() : List.of(), atMost);
    }

    /**
     * Of several rows the first in the order of the scope counts, and of those the one with the lowest primary key; where the key pointed at
     * is the primary key there is one.
     */
    private List<Ordering> tieBreak(List<Ordering> scope) {
        EntityModel<R> related = relation.related();
        if (relation instanceof BelongsTo<?, ?> && related.id().equals(relation.targetKey())) {
            return List.of();
        }
        List<Ordering> terms = new ArrayList<>(scope);
        related.id().forEach(column -> terms.add(column.asc().ordering()));
        return terms;
    }
}
