package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values have an order. The server compares the values; a null satisfies no comparison. Immutable and
 * thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public sealed interface ComparableColumn<E, T> extends EntityColumn<E, T>
        permits OrderedColumn, NumberColumn, TextColumn {

    /** Returns a column with an order. */
    static <E, T> ComparableColumn<E, T> of(ColumnDefinition<E, T> definition) {
        return new OrderedColumn<>(Checks.notNull(definition, "definition"));
    }

    /** Less than {@code value}. */
    default Condition<E> lt(T value) {
        return Conditions.compare(this, ComparisonOperator.LESS, Checks.notNull(value, "value"));
    }

    /** Less than or equal to {@code value}. */
    default Condition<E> le(T value) {
        return Conditions.compare(this, ComparisonOperator.LESS_OR_EQUAL, Checks.notNull(value, "value"));
    }

    /** Greater than {@code value}. */
    default Condition<E> gt(T value) {
        return Conditions.compare(this, ComparisonOperator.GREATER, Checks.notNull(value, "value"));
    }

    /** Greater than or equal to {@code value}. */
    default Condition<E> ge(T value) {
        return Conditions.compare(this, ComparisonOperator.GREATER_OR_EQUAL, Checks.notNull(value, "value"));
    }

    /** From {@code low} to {@code high}, both included. */
    default Condition<E> between(T low, T high) {
        return ge(Checks.notNull(low, "low")).and(le(Checks.notNull(high, "high")));
    }

    /** Returns the minimum of each group of a grouped query; null if all values are null. */
    default GroupValue<E, @Nullable T> min() {
        return GroupValue.of(AggregateFunction.MIN, this, type());
    }

    /** Returns the maximum of each group of a grouped query; null if all values are null. */
    default GroupValue<E, @Nullable T> max() {
        return GroupValue.of(AggregateFunction.MAX, this, type());
    }
}
