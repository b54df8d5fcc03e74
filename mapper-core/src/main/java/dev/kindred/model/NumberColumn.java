package dev.kindred.model;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public final class NumberColumn<E, T extends Number> extends ComparableColumn<E, T> {

    NumberColumn(ColumnDefinition<E, T> definition) {
        super(definition);
    }

    /** Returns the sum of each group of a grouped query; null if all values are null. */
    public GroupValue<E, @Nullable BigDecimal> sum() {
        return GroupValue.of(AggregateFunction.SUM, this, SqlTypes.BIG_DECIMAL);
    }

    /** Returns the average of each group of a grouped query; null if all values are null. */
    public GroupValue<E, @Nullable BigDecimal> avg() {
        return GroupValue.of(AggregateFunction.AVG, this, SqlTypes.BIG_DECIMAL);
    }
}
