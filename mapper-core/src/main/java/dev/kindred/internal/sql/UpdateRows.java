package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Updates many rows, each with its own values.
 *
 * @param table the table
 * @param rows the values: those of {@code key} identify the row, the others are assigned
 * @param key the columns that identify a row, all of them among those of {@code rows}
 * @param increments the integer columns that are incremented
 * @param returning the columns of the updated rows to read back
 */
public record UpdateRows(
        TableName table,
        RowSource rows,
        List<ColumnReference> key,
        List<ColumnReference> increments,
        List<ColumnReference> returning)
        implements Write {

    public UpdateRows {
        Checks.notNull(table, "table");
        Checks.notNull(rows, "rows");
        key = List.copyOf(key);
        increments = List.copyOf(increments);
        returning = List.copyOf(returning);
        Checks.argument(!key.isEmpty() && rows.columns().containsAll(key), "the rows must contain the key columns");
        Checks.argument(
                rows.columns().size() > key.size() || !increments.isEmpty(),
                "an update needs at least one column to set");
    }

    @Override
    public UpdateRows withoutReturning() {
        return new UpdateRows(table, rows, key, increments, List.of());
    }

    @Override
    public boolean changes(ColumnReference column) {
        return rows.columns().contains(column) && !key.contains(column);
    }

    @Override
    public @Nullable Object valueOf(ColumnReference column) {
        return rows.first(column);
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.updateRows(this);
    }
}
