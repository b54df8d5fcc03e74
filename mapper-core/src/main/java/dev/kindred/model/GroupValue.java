package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One value made of the rows of each group of a grouped query: their number, or the sum of one of their columns. Made by columns and by
 * {@link EntityModel#count()}. Immutable and thread-safe; two are equal when their parts are.
 *
 * @param <E> the entity
 * @param <T> the type of the value, nullable when every value of the column may be null
 */
public final class GroupValue<E, T extends @Nullable Object> implements Measure<E, T, GroupCondition<E>> {

    private final Function value;

    private GroupValue(Function value) {
        this.value = value;
    }

    static <E, T> GroupValue<E, T> ofRows(SqlType<T> type) {
        return new GroupValue<>(new Function(AggregateFunction.COUNT, null, type));
    }

    static <E, T> GroupValue<E, @Nullable T> of(
            AggregateFunction function, EntityColumn<E, ?> column, SqlType<T> type) {
        return new GroupValue<>(new Function(function, column.reference(), type));
    }

    @Override
    public Function value() {
        return value;
    }

    @Override
    public GroupCondition<E> is(ComparisonOperator operator, T operand) {
        Parameter parameter = new Parameter(value.type(), Checks.notNull(operand, "operand"));
        return new GroupCondition<>(new Predicate.Comparison(value, Checks.notNull(operator, "operator"), parameter));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupValue<?, ?> groupValue && groupValue.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.function()
                + (value.column() == null ? "" : " of " + value.column().name());
    }
}
