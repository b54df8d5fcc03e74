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
 * @param requiresAll whether the statement fails with {@link #NOT_ALL} unless it updates a row for each of {@code rows}
 */
public record UpdateRows(
        TableName table,
        RowSource rows,
        List<ColumnReference> key,
        List<ColumnReference> increments,
        List<ColumnReference> returning,
        boolean requiresAll)
        implements Write {

    /** SQLSTATE of a statement that requires all rows and did not find one of them. Other errors can have it too. */
    public static final String NOT_ALL = "22P02";

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
        Checks.argument(!requiresAll || !returning.isEmpty(), "an update of all rows returns them");
    }

    /** Creates an update of the rows that exist. */
    public UpdateRows(
            TableName table,
            RowSource rows,
            List<ColumnReference> key,
            List<ColumnReference> increments,
            List<ColumnReference> returning) {
        this(table, rows, key, increments, returning, false);
    }

    /** Returns a copy that updates all rows, or fails and updates none. */
    public UpdateRows requiringAll() {
        return new UpdateRows(table, rows, key, increments, returning, true);
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
