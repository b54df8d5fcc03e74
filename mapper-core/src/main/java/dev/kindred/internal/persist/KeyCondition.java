package dev.kindred.internal.persist;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The condition for one row: a value for each column of its primary key, and maybe further values. Immutable.
 *
 * @param columns the columns that are equal to a value
 * @param values the values, none of them null
 * @param absent the columns that are null
 */
record KeyCondition(List<ColumnReference> columns, List<Parameter> values, List<ColumnReference> absent) {

    /** Returns {@code where} if it is such a condition for rows with the primary key {@code id}, or null. */
    static @Nullable KeyCondition ofOrNull(@Nullable Predicate where, List<ColumnReference> id) {
        KeyCondition found = new KeyCondition(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        return where != null && found.add(where) && found.columns.containsAll(id) ? found : null;
    }

    private boolean add(Predicate condition) {
        if (condition instanceof Predicate.Conjunction all) {
            return all.operands().stream().allMatch(this::add);
        }
        if (condition instanceof Predicate.IsNull isNull) {
            return isNull.operand() instanceof ColumnReference column && absent.add(column);
        }
        return condition instanceof Predicate.Comparison equal
                && equal.operator() == ComparisonOperator.EQUAL
                && equal.left() instanceof ColumnReference column
                && equal.right() instanceof Parameter value
                && value.value() != null
                && !column.isConstant()
                && !columns.contains(column)
                && columns.add(column)
                && values.add(value);
    }

    Object valueOf(ColumnReference column) {
        return Objects.requireNonNull(values.get(columns.indexOf(column)).value());
    }
}
