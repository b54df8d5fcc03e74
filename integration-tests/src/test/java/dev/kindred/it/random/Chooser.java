package dev.kindred.it.random;

import dev.kindred.it.random.Cond.Agg;
import dev.kindred.it.random.Cond.Clause;
import dev.kindred.it.random.Cond.Filter;
import dev.kindred.it.random.Cond.Order;
import dev.kindred.it.random.Rel.Pivot;
import dev.kindred.it.random.Row.Mark;
import dev.kindred.it.random.Row.Reached;
import dev.kindred.model.Aggregate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.SortOrder;
import dev.kindred.model.TextColumn;
import dev.kindred.type.ComparisonOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses conditions, aggregates and orders at random. */
final class Chooser {

    private final Random random;

    Chooser(Random random) {
        this.random = random;
    }

    boolean oneOf(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T any(Collection<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }

    private static Truth compared(Function<Row, @Nullable Object> left, ComparisonOperator operator, Object right) {
        return reached -> {
            Object value = left.apply(reached.row());
            if (value == null) {
                return null;
            }
            int order = Sorting.compare(value, right);
            return switch (operator) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        };
    }

    private ComparisonOperator operator() {
        return any(List.of(ComparisonOperator.values()));
    }

    /** Chooses a condition. {@code pivot} is the pivot over which the row is reached, or null. */
    <E> Cond<E> condition(Kind<E> kind, int depth, @Nullable Pivot<?, E, ?> pivot) {
        if (depth > 0 && oneOf(2) && !kind.relations().isEmpty()) {
            return ofRelation(any(kind.relations()), depth - 1);
        }
        if (pivot != null && oneOf(3)) {
            return ofPivot(pivot, depth);
        }
        if (depth > 0 && oneOf(3)) {
            Cond<E> left = condition(kind, depth - 1, pivot);
            Cond<E> right = condition(kind, depth - 1, pivot);
            return switch (random.nextInt(3)) {
                case 0 ->
                    new Cond<>(
                            left.condition().and(right.condition()),
                            left.truth().and(right.truth()));
                case 1 ->
                    new Cond<>(
                            left.condition().or(right.condition()), left.truth().or(right.truth()));
                default -> left.not();
            };
        }
        return ofColumn(kind);
    }

    private <E> Cond<E> ofColumn(Kind<E> kind) {
        int choice = random.nextInt(3);
        if (choice == 0 && !kind.nullable().isEmpty()) {
            Map.Entry<String, EntityColumn<E, ?>> column = any(kind.nullable().entrySet());
            return new Cond<>(
                    column.getValue().isNull(), reached -> reached.row().get(column.getKey()) == null);
        }
        if (!kind.texts().isEmpty() && (choice == 1 || kind.numbers().isEmpty())) {
            Map.Entry<String, TextColumn<E>> column = any(kind.texts().entrySet());
            String value = column.getKey().equals("role") ? "owner" : String.valueOf((char) ('a' + random.nextInt(4)));
            return new Cond<>(column.getValue().eq(value), is(column.getKey(), ComparisonOperator.EQUAL, value));
        }
        Map.Entry<String, NumberColumn<E, Integer>> column = any(kind.numbers().entrySet());
        return ofNumber(column.getKey(), column.getValue(), random.nextInt(8));
    }

    private static Truth is(String column, ComparisonOperator operator, Object value) {
        return compared(row -> row.get(column), operator, value);
    }

    private <E> Cond<E> ofNumber(String name, NumberColumn<E, Integer> column, int value) {
        return switch (random.nextInt(5)) {
            case 0 -> new Cond<>(column.lt(value), is(name, ComparisonOperator.LESS, value));
            case 1 -> new Cond<>(column.ge(value), is(name, ComparisonOperator.GREATER_OR_EQUAL, value));
            case 2 -> new Cond<>(column.eq(value), is(name, ComparisonOperator.EQUAL, value));
            case 3 -> new Cond<>(column.ne(value), is(name, ComparisonOperator.NOT_EQUAL, value));
            default ->
                new Cond<>(
                        column.in(value, value + 2),
                        is(name, ComparisonOperator.EQUAL, value).or(is(name, ComparisonOperator.EQUAL, value + 2)));
        };
    }

    private <R, P> Cond<R> ofPivot(Pivot<?, R, P> pivot, int depth) {
        Cond<P> cond = condition(pivot.kind(), Math.min(depth, 1), null);
        return new Cond<>(
                pivot.relation().pivot(cond.condition()),
                reached -> cond.truth().of(new Reached(Objects.requireNonNull(reached.pivot()), null)));
    }

    private <E, R> Cond<E> ofRelation(Rel<E, R> rel, int depth) {
        if (oneOf(3)) {
            return ofAggregate(aggregate(rel, depth));
        }
        if (!rel.target().entities().isEmpty() && oneOf(5)) {
            R related = any(rel.target().entities());
            Truth is = rel.is(rel.target().key(related));
            return oneOf(2)
                    ? new Cond<>(rel.relation().is(related), is)
                    : new Cond<>(rel.relation().isNot(related), reached -> !is.holds(reached));
        }
        Filter<R> filter = filter(rel.target(), depth, rel.pivot());
        Truth exists = reached -> !matching(rel, filter, reached.row()).isEmpty();
        return switch (random.nextInt(3)) {
            case 0 -> new Cond<>(rel.relation().exists(filter::on), exists);
            case 1 -> new Cond<>(rel.relation().doesntExist(filter::on), exists.not());
            default ->
                new Cond<>(
                        rel.relation().exists(),
                        reached -> !rel.reach(reached.row(), Mark.UNMARKED).isEmpty());
        };
    }

    static <E, R> List<Row> matching(Rel<E, R> rel, Filter<R> filter, Row row) {
        return rel.reach(row, filter.mark()).stream()
                .filter(filter.truth()::holds)
                .map(Reached::row)
                .toList();
    }

    <E> Filter<E> filter(Kind<E> kind, int depth, @Nullable Pivot<?, E, ?> pivot) {
        List<Clause<E>> clauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            clauses.add(new Clause<>(!clauses.isEmpty() && oneOf(3), condition(kind, depth, pivot)));
        }
        boolean isMarked = kind.table().mark() != null && oneOf(5);
        return new Filter<>(clauses, !isMarked ? Mark.UNMARKED : oneOf(3) ? Mark.MARKED : Mark.ALL);
    }

    private <E> Cond<E> ofAggregate(Agg<E> agg) {
        ComparisonOperator operator = operator();
        return compared(agg.aggregate(), agg.value(), operator);
    }

    @SuppressWarnings("unchecked") // the value of the operand has the type of the aggregate
    private <E, T> Cond<E> compared(
            Aggregate<E, T> aggregate, Function<Row, @Nullable Object> value, ComparisonOperator operator) {
        Object operand = operand(aggregate);
        return new Cond<>(aggregate.is(operator, (T) operand), compared(value, operator, operand));
    }

    private Object operand(Aggregate<?, ?> aggregate) {
        int number = random.nextInt(6);
        String label = aggregate.label();
        if (label.contains("Count")) {
            return (long) number;
        }
        if (label.contains("Exists")) {
            return true;
        }
        boolean isInteger = label.contains("Min") || label.contains("Max");
        return isInteger ? (Object) number : BigDecimal.valueOf(number);
    }

    <E, R> Agg<E> aggregate(Rel<E, R> rel, int depth) {
        Filter<R> filter = filter(rel.target(), depth, rel.pivot());
        int choice = random.nextInt(6);
        if (choice == 0) {
            return new Agg<>(
                    rel.relation().existence(filter::on),
                    row -> !matching(rel, filter, row).isEmpty());
        }
        if (choice == 1 || rel.target().numbers().isEmpty()) {
            return new Agg<>(rel.relation().count(filter::on), row ->
                    (long) matching(rel, filter, row).size());
        }
        Map.Entry<String, NumberColumn<R, Integer>> column =
                any(rel.target().numbers().entrySet());
        Function<Row, List<Integer>> values = row -> matching(rel, filter, row).stream()
                .map(each -> (Integer) each.get(column.getKey()))
                .filter(Objects::nonNull)
                .toList();
        NumberColumn<R, Integer> number = column.getValue();
        return switch (choice) {
            case 2 -> new Agg<>(rel.relation().sum(number, filter::on), row -> sum(values.apply(row)));
            case 3 ->
                new Agg<>(
                        rel.relation().min(number, filter::on),
                        row -> values.apply(row).stream()
                                .min(Comparator.naturalOrder())
                                .orElse(null));
            case 4 ->
                new Agg<>(
                        rel.relation().max(number, filter::on),
                        row -> values.apply(row).stream()
                                .max(Comparator.naturalOrder())
                                .orElse(null));
            default -> new Agg<>(rel.relation().avg(number, filter::on), row -> average(values.apply(row)));
        };
    }

    private static @Nullable Object sum(List<Integer> values) {
        return values.isEmpty()
                ? null
                : values.stream().mapToLong(value -> value).sum();
    }

    /** Averages are compared with nine digits. */
    private static @Nullable Object average(List<Integer> values) {
        return values.isEmpty()
                ? null
                : BigDecimal.valueOf(values.stream().mapToLong(value -> value).sum())
                        .divide(BigDecimal.valueOf(values.size()), 16, RoundingMode.HALF_UP);
    }

    /** Chooses an order by columns, or also by aggregates of relations, that ends with the primary key. */
    <E> Order<E> order(Kind<E> kind, boolean ofColumns) {
        List<SortOrder<E>> terms = new ArrayList<>();
        Sorting sorting = Sorting.none();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean isDescending = oneOf(2);
            boolean nullsFirst = oneOf(2);
            BiFunction<SortOrder<E>, SortOrder<E>, SortOrder<E>> term = (asc, desc) ->
                    nullsFirst ? (isDescending ? desc : asc).nullsFirst() : (isDescending ? desc : asc).nullsLast();
            if (!ofColumns && oneOf(2) && !kind.relations().isEmpty()) {
                Agg<E> agg = aggregate(any(kind.relations()), 1);
                if (!agg.aggregate().label().contains("Avg")) {
                    terms.add(term.apply(agg.aggregate().asc(), agg.aggregate().desc()));
                    sorting = sorting.by(agg.value(), isDescending, nullsFirst);
                }
            } else if (!kind.numbers().isEmpty()) {
                Map.Entry<String, NumberColumn<E, Integer>> column =
                        any(kind.numbers().entrySet());
                terms.add(term.apply(column.getValue().asc(), column.getValue().desc()));
                sorting = sorting.by(row -> row.get(column.getKey()), isDescending, nullsFirst);
            }
        }
        return total(kind, terms, sorting);
    }

    private <E> Order<E> total(Kind<E> kind, List<SortOrder<E>> terms, Sorting sorting) {
        Sorting total = sorting;
        boolean isDescending = oneOf(2);
        List<EntityColumn<E, ?>> key = kind.model().id();
        for (int i = 0; i < key.size(); i++) {
            terms.add(isDescending ? key.get(i).desc() : key.get(i).asc());
            total = total.by(kind.table().key().get(i), isDescending);
        }
        return new Order<>(terms, total);
    }

    int number(int below) {
        return random.nextInt(below);
    }
}
