package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
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
public sealed class ComparableColumn<E, T> extends EntityColumn<E, T> permits NumberColumn, TextColumn {

    ComparableColumn(ColumnDefinition<E, T> definition) {
        super(definition);
    }

    /** Less than {@code value}. */
    public final Condition<E> lt(T value) {
        return Conditions.compare(this, ComparisonOperator.LESS, Checks.notNull(value, "value"));
    }

    /** Less than or equal to {@code value}. */
    public final Condition<E> le(T value) {
        return Conditions.compare(this, ComparisonOperator.LESS_OR_EQUAL, Checks.notNull(value, "value"));
    }

    /** Greater than {@code value}. */
    public final Condition<E> gt(T value) {
        return Conditions.compare(this, ComparisonOperator.GREATER, Checks.notNull(value, "value"));
    }

    /** Greater than or equal to {@code value}. */
    public final Condition<E> ge(T value) {
        return Conditions.compare(this, ComparisonOperator.GREATER_OR_EQUAL, Checks.notNull(value, "value"));
    }

    /** From {@code low} to {@code high}, both included. */
    public final Condition<E> between(T low, T high) {
        return ge(Checks.notNull(low, "low")).and(le(Checks.notNull(high, "high")));
    }

    /** Returns the minimum of each group of a grouped query; null if all values are null. */
    public final GroupValue<E, @Nullable T> min() {
        return GroupValue.of(AggregateFunction.MIN, this, type());
    }

    /** Returns the maximum of each group of a grouped query; null if all values are null. */
    public final GroupValue<E, @Nullable T> max() {
        return GroupValue.of(AggregateFunction.MAX, this, type());
    }
}
