package dev.kindred.model;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates the sub-queries and conditions of relations. */
final class RelationConditions {

    private RelationConditions() {}

    /** Returns the rows of {@code relation} in {@code rows}, for a test of existence. */
    static <E, R> Subquery existing(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        RelatedRows<R> all = relation.definition().rows();
        RelatedRows<R> some = among(all, rows);
        // Without a condition on the first row, any row proves existence.
        return Nodes.of(some).where() == null ? anyOf(relation, all, some) : oneOf(relation, all, some);
    }

    /** Returns the rows of {@code relation} in {@code rows}. With an order, the first row only. */
    static <E, R> Subquery rows(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        RelatedRows<R> all = relation.definition().rows();
        return oneOf(relation, all, among(all, rows));
    }

    private static <R> RelatedRows<R> among(RelatedRows<R> all, UnaryOperator<RelatedRows<R>> rows) {
        return Checks.notNull(Checks.notNull(rows, "rows").apply(all), "what rows returns");
    }

    private static <E, R> Subquery anyOf(Relation<E, R> relation, RelatedRows<R> all, RelatedRows<R> some) {
        return new Subquery(Nodes.of(relation).hops(), Nodes.of(some).conditionsWithin(Nodes.of(all)));
    }

    /** Returns the rows of {@code relation} in {@code rows}, each once. With an order, the first row only. */
    static <E, R> Subquery distinct(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        Subquery all = rows(relation, rows);
        return Nodes.of(relation).mayRepeat() ? new Subquery(all.hops(), all.conditions(), all.first(), true) : all;
    }

    private static <E, R> Subquery oneOf(Relation<E, R> relation, RelatedRows<R> all, RelatedRows<R> some) {
        RelatedFilter scope = Nodes.of(all);
        if (scope.orderBy().isEmpty() || !Nodes.of(relation).isToOne()) {
            return anyOf(relation, all, some);
        }
        RelatedFilter filter = Nodes.of(some);
        return new Subquery(
                Nodes.of(relation).hops(),
                filter.where() == null ? List.of() : List.of(filter.where()),
                new Subquery.First(
                        Nodes.of(relation.related()).references(), filter.candidatesWithin(scope), scope.totalOrder()));
    }

    /** Returns {@code rows} with {@code columns} and then the primary key at the end of the order, nulls last. */
    static <R> RelatedRows<R> ordered(RelatedRows<R> rows, List<EntityColumn<R, ?>> columns, Direction direction) {
        List<EntityColumn<R, ?>> terms = new ArrayList<>(columns);
        rows.model().id().stream().filter(key -> !columns.contains(key)).forEach(terms::add);
        List<SortOrder<R>> orders = new ArrayList<>(terms.size());
        for (EntityColumn<R, ?> column : terms) {
            SortOrder<R> order = direction == Direction.ASCENDING ? column.asc() : column.desc();
            boolean takesNull = Nodes.of(column).is(ColumnTrait.NULLABLE)
                    && !Nodes.of(column).is(ColumnTrait.ID);
            orders.add(takesNull ? order.nullsLast() : order);
        }
        return rows.orderBy(orders);
    }

    static <E> Condition<E> exists(Subquery rows) {
        return new Condition<>(new Predicate.Related(rows));
    }

    /** Each part of the key equals that of {@code related}. False if a part is null. */
    static <E, R> Condition<E> is(Relation<E, R> relation, R related) {
        if (!Nodes.of(relation).isDirect()) {
            return among(relation, related);
        }
        List<Predicate> same = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            @Nullable Parameter key = key(relation.targetKey().get(i), related);
            if (key == null) {
                return new Condition<>(new Predicate.Disjunction(List.of()));
            }
            same.add(compare(relation.sourceKey().get(i), ComparisonOperator.EQUAL, key));
        }
        return new Condition<>(same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same));
    }

    /** The path reaches the row with the key of {@code related}. False if a part of the key is null. */
    private static <E, R> Condition<E> among(Relation<E, R> relation, R related) {
        List<EntityColumn<R, ?>> id = relation.related().id();
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<R, ?> column : id.isEmpty() ? relation.targetKey() : id) {
            @Nullable Parameter key = key(column, related);
            if (key == null) {
                return new Condition<>(new Predicate.Disjunction(List.of()));
            }
            same.add(compare(column, ComparisonOperator.EQUAL, key));
        }
        List<Predicate> conditions = new ArrayList<>(Nodes.of(relation).rows().conditions());
        conditions.addAll(same);
        return exists(new Subquery(Nodes.of(relation).hops(), conditions));
    }

    /** A part of the key is null or differs from that of {@code related}. A negation would be null for null. */
    static <E, R> Condition<E> isNot(Relation<E, R> relation, R related) {
        if (!Nodes.of(relation).isDirect()) {
            return among(relation, related).not();
        }
        List<Predicate> different = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            EntityColumn<E, ?> source = relation.sourceKey().get(i);
            @Nullable Parameter key = key(relation.targetKey().get(i), related);
            if (key == null) {
                return new Condition<>(new Predicate.Conjunction(List.of()));
            }
            different.add(new Predicate.IsNull(Nodes.of(source).reference()));
            different.add(compare(source, ComparisonOperator.NOT_EQUAL, key));
        }
        return new Condition<>(new Predicate.Disjunction(different));
    }

    private static Predicate compare(EntityColumn<?, ?> column, ComparisonOperator operator, Parameter key) {
        return new Predicate.Comparison(Nodes.of(column).reference(), operator, key);
    }

    private static <R> @Nullable Parameter key(EntityColumn<R, ?> column, R related) {
        @Nullable Object value = column.getOrNull(related);
        return Nodes.of(column).isUnset(value) ? null : new Parameter(column.type(), value, column.toString());
    }
}
