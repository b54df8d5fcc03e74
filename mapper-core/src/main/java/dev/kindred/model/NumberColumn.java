package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the member, boxed
 */
public sealed interface NumberColumn<E, T extends Number> extends ComparableColumn<E, T> permits NumericColumn {

    /** Returns a column of numbers. */
    static <E, T extends Number> NumberColumn<E, T> of(ColumnDefinition<E, T> definition) {
        return new NumericColumn<>(Checks.notNull(definition, "definition"));
    }

    /** Returns the sum of each group of a grouped query; null if all values are null. */
    default GroupValue<E, @Nullable BigDecimal> sum() {
        return GroupValue.of(AggregateFunction.SUM, this, SqlTypes.BIG_DECIMAL);
    }

    /** Returns the average of each group of a grouped query; null if all values are null. */
    default GroupValue<E, @Nullable BigDecimal> avg() {
        return GroupValue.of(AggregateFunction.AVG, this, SqlTypes.BIG_DECIMAL);
    }
}
