package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Updates the rows that match a condition.
 *
 * @param table the table
 * @param values the columns that get a value
 * @param increments the integer columns that are incremented
 * @param where the condition, or null for all rows
 * @param returning the columns of the updated rows to read back
 */
public record Update(
        TableName table,
        List<SetColumn> values,
        List<ColumnReference> increments,
        @Nullable Predicate where,
        List<ColumnReference> returning)
        implements Write {

    public Update {
        Checks.notNull(table, "table");
        values = List.copyOf(values);
        increments = List.copyOf(increments);
        Checks.argument(!values.isEmpty() || !increments.isEmpty(), "an update needs at least one column to set");
        returning = List.copyOf(returning);
    }

    /** Creates an update with a condition and without increments. */
    public Update(TableName table, List<SetColumn> values, Predicate where, List<ColumnReference> returning) {
        this(table, values, List.of(), Checks.notNull(where, "where"), returning);
    }

    @Override
    public Update withoutReturning() {
        return new Update(table, values, increments, where, List.of());
    }

    @Override
    public boolean changes(ColumnReference column) {
        return values.stream().anyMatch(set -> set.column().equals(column));
    }

    @Override
    public @Nullable Object valueOf(ColumnReference column) {
        return SetColumn.valueOf(column, values);
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.update(this);
    }
}
