package dev.kindred.model;

import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Expression.ColumnReference;
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

/** How relations become sub-queries and conditions. */
final class RelationConditions {

    private RelationConditions() {}

    /** Returns the rows of {@code relation} that {@code rows} leaves, to find out whether there is one. */
    static <E, R> Subquery existing(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        RelatedRows<R> all = relation.rows();
        RelatedRows<R> some = among(all, rows);
        // where nothing is asked of the first row, any will do
        return Nodes.of(some).where() == null ? anyOf(relation, all, some) : oneOf(relation, all, some);
    }

    /** Returns the rows of {@code relation} that {@code rows} leaves; where an order decides, that one only. */
    static <E, R> Subquery rows(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        RelatedRows<R> all = relation.rows();
        return oneOf(relation, all, among(all, rows));
    }

    private static <R> RelatedRows<R> among(RelatedRows<R> all, UnaryOperator<RelatedRows<R>> rows) {
        return Checks.notNull(Checks.notNull(rows, "rows").apply(all), "what rows returns");
    }

    private static <E, R> Subquery anyOf(Relation<E, R> relation, RelatedRows<R> all, RelatedRows<R> some) {
        return new Subquery(
                relation.related().table(), links(relation), Nodes.of(some).conditionsWithin(Nodes.of(all)));
    }

    private static <E, R> Subquery oneOf(Relation<E, R> relation, RelatedRows<R> all, RelatedRows<R> some) {
        if (!relation.isOneOfMany()) {
            return anyOf(relation, all, some);
        }
        EntityModel<R> model = relation.related();
        RelatedFilter scope = Nodes.of(all);
        RelatedFilter filter = Nodes.of(some);
        return new Subquery(
                model.table(),
                links(relation),
                filter.where() == null ? List.of() : List.of(filter.where()),
                new Subquery.First(Nodes.of(model), filter.candidatesWithin(scope), scope.totalOrder()));
    }

    private static List<Subquery.Correlation> links(Relation<?, ?> relation) {
        return Subquery.Correlation.all(references(relation.targetKey()), references(relation.sourceKey()));
    }

    private static List<ColumnReference> references(List<? extends EntityColumn<?, ?>> columns) {
        return columns.stream()
                .<ColumnReference>map(column -> Nodes.of(column.definition()))
                .toList();
    }

    /** Returns the rows of the scope of {@code relation}. */
    static <R> RelatedRows<R> scoped(Relation<?, R> relation) {
        RelationScope<R> scope = relation.definition().options().scope().get();
        return Checks.notNull(
                        scope.apply(RelatedRows.of(relation.related())), "what the scope of " + relation + " returns")
                .asFixed();
    }

    /** Returns {@code rows} with {@code columns} and then the primary key at the end of their order, nulls last. */
    static <R> RelatedRows<R> ordered(RelatedRows<R> rows, List<EntityColumn<R, ?>> columns, Direction direction) {
        List<EntityColumn<R, ?>> terms = new ArrayList<>(columns);
        rows.model().id().stream().filter(key -> !columns.contains(key)).forEach(terms::add);
        List<SortOrder<R>> orders = new ArrayList<>(terms.size());
        for (EntityColumn<R, ?> column : terms) {
            SortOrder<R> order = direction == Direction.ASCENDING ? column.asc() : column.desc();
            boolean takesNull = column.is(ColumnTrait.NULLABLE) && !column.is(ColumnTrait.ID);
            orders.add(takesNull ? order.nullsLast() : order);
        }
        return rows.orderBy(orders);
    }

    /** Returns the values that {@code conditions} demand of single columns. */
    static <R> List<Assignment<R>> defaults(EntityModel<R> model, List<Predicate> conditions) {
        List<Assignment<R>> defaults = new ArrayList<>();
        for (Predicate condition : conditions) {
            if (condition instanceof Predicate.Conjunction all) {
                defaults.addAll(defaults(model, all.operands()));
            } else if (condition instanceof Predicate.IsNull isNull) {
                assign(model, isNull.operand(), null, defaults);
            } else if (condition instanceof Predicate.Comparison comparison
                    && comparison.operator() == ComparisonOperator.EQUAL
                    && comparison.right() instanceof Parameter parameter) {
                assign(model, comparison.left(), parameter.value(), defaults);
            }
        }
        return defaults;
    }

    private static <R> void assign(
            EntityModel<R> model, Expression operand, @Nullable Object value, List<Assignment<R>> defaults) {
        for (EntityColumn<R, ?> column : model.columns()) {
            if (Nodes.of(column.definition()).equals(operand)) {
                defaults.add(new Assignment<>(column, value));
            }
        }
    }

    static <E> Condition<E> exists(Subquery rows) {
        return new Condition<>(new Predicate.Related(rows));
    }

    /** Each part of the key equals that of {@code related}; false when one of them is null. */
    static <E, R> Condition<E> is(Relation<E, R> relation, R related) {
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

    /** A part of the key is null or differs from that of {@code related}, which, unlike a negation, holds for nulls too. */
    static <E, R> Condition<E> isNot(Relation<E, R> relation, R related) {
        List<Predicate> different = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            EntityColumn<E, ?> source = relation.sourceKey().get(i);
            @Nullable Parameter key = key(relation.targetKey().get(i), related);
            if (key == null) {
                return new Condition<>(new Predicate.Conjunction(List.of()));
            }
            different.add(new Predicate.IsNull(Nodes.of(source.definition())));
            different.add(compare(source, ComparisonOperator.NOT_EQUAL, key));
        }
        return new Condition<>(new Predicate.Disjunction(different));
    }

    private static Predicate compare(EntityColumn<?, ?> column, ComparisonOperator operator, Parameter key) {
        return new Predicate.Comparison(Nodes.of(column.definition()), operator, key);
    }

    private static <R> @Nullable Parameter key(EntityColumn<R, ?> column, R related) {
        @Nullable Object value = column.getOrNull(related);
        return column.isUnset(value) ? null : new Parameter(column.type(), value, column.toString());
    }
}
