package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of a condition.
 *
 * @param table the table
 * @param values the columns that are given a value
 * @param increments the integer columns that are raised by one
 * @param where the condition, or null for every row
 * @param returning the columns of the changed rows that are read back
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
        Checks.argument(!values.isEmpty() || !increments.isEmpty(), "an update sets at least one column");
        returning = List.copyOf(returning);
    }

    /** Changes the rows of a condition, of which there is one. */
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
