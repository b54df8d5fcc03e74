package dev.kindred.model;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the tests of columns to predicates. */
final class Conditions {

    private Conditions() {}

    static <E, T> Condition<E> compare(EntityColumn<E, T> column, ComparisonOperator operator, T value) {
        return new Condition<>(new Predicate.Comparison(
                Nodes.of(column).reference(), operator, new Parameter(column.type(), value, column)));
    }

    static <E> Condition<E> isNull(EntityColumn<E, ?> column) {
        return new Condition<>(new Predicate.IsNull(Nodes.of(column).reference()));
    }

    static <E> Condition<E> like(EntityColumn<E, String> column, String pattern, boolean ignoreCase) {
        return new Condition<>(new Predicate.Like(
                Nodes.of(column).reference(), new Parameter(SqlTypes.STRING, pattern, column), ignoreCase));
    }

    static <E, T> Condition<E> in(EntityColumn<E, T> column, Collection<? extends @Nullable T> values) {
        List<T> present = present(values);
        Predicate any = present.isEmpty() ? new Predicate.Disjunction(List.of()) : anyOf(column, present);
        if (present.size() == values.size()) {
            return new Condition<>(any);
        }
        return present.isEmpty()
                ? isNull(column)
                : new Condition<>(new Predicate.IsNull(Nodes.of(column).reference()).or(any));
    }

    static <E> Condition<E> in(EntityColumn<E, ?> column, ColumnValues<?> values) {
        return new Condition<>(new Predicate.InSelect(List.of(Nodes.of(column).reference()), Nodes.select(values)));
    }

    /** In SQL, {@code NOT IN} with a null among the values is never true, so nulls are removed. */
    static <E> Condition<E> notIn(EntityColumn<E, ?> column, ColumnValues<?> values) {
        Condition<E> in = new Condition<>(
                new Predicate.InSelect(List.of(Nodes.of(column).reference()), Nodes.select(values), true));
        return in.not().and(isNull(column).not());
    }

    static <E, T> Condition<E> notIn(EntityColumn<E, T> column, Collection<? extends @Nullable T> values) {
        List<T> present = present(values);
        Predicate none = present.isEmpty()
                ? new Predicate.Conjunction(List.of())
                : new Predicate.Negation(anyOf(column, present));
        if (present.size() == values.size()) {
            return new Condition<>(none);
        }
        return present.isEmpty()
                ? isNull(column).not()
                : new Condition<E>(none).and(isNull(column).not());
    }

    /** Escapes the special characters of LIKE. */
    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static <T> List<T> present(Collection<? extends @Nullable T> values) {
        List<T> present = new ArrayList<>(Checks.notNull(values, "values").size());
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return Collections.unmodifiableList(present);
    }

    /** Arrays are compared one by one, because the server does not support arrays of arrays with different lengths. */
    private static <E, T> Predicate anyOf(EntityColumn<E, T> column, List<T> values) {
        if (column.type().name().array()) {
            List<Predicate> any = new ArrayList<>(values.size());
            values.forEach(value -> any.add(Nodes.of(compare(column, ComparisonOperator.EQUAL, value))));
            return new Predicate.Disjunction(any);
        }
        return new Predicate.AnyOf(
                Nodes.of(column).reference(), new Parameter(SqlTypes.list(column.type()), values, column));
    }
}
