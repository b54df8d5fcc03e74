package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of each group of a grouped query, for example the number of rows or the sum of a column. Columns and
 * {@link EntityModel#count()} create it. Immutable and thread-safe; two are equal if their parts are equal.
 *
 * @param <E> the entity
 * @param <T> the type of the value, nullable if all values of the column can be null
 */
public final class GroupValue<E, T extends @Nullable Object> extends Wrapper<Function>
        implements Measure<E, T, GroupCondition<E>> {

    private GroupValue(Function value) {
        super(value);
    }

    static <E, T> GroupValue<E, T> ofRows(SqlType<T> type) {
        return new GroupValue<>(new Function(AggregateFunction.COUNT, null, type));
    }

    static <E, T> GroupValue<E, @Nullable T> of(
            AggregateFunction function, EntityColumn<E, ?> column, SqlType<T> type) {
        return new GroupValue<>(new Function(function, Nodes.of(column).reference(), type));
    }

    @Override
    public GroupCondition<E> is(ComparisonOperator operator, T operand) {
        Function value = Nodes.of(this);
        Parameter parameter = new Parameter(value.type(), Checks.notNull(operand, "operand"));
        return new GroupCondition<>(new Predicate.Comparison(value, Checks.notNull(operator, "operator"), parameter));
    }

    @Override
    public SortOrder<E> asc() {
        return new SortOrder<>(Ordering.by(Nodes.of(this), Ordering.Direction.ASCENDING));
    }

    @Override
    public SortOrder<E> desc() {
        return new SortOrder<>(Ordering.by(Nodes.of(this), Ordering.Direction.DESCENDING));
    }

    @Override
    public String toString() {
        Function value = Nodes.of(this);
        return value.function()
                + (value.column() == null ? "" : " of " + value.column().name());
    }
}
