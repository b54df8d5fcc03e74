package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows, in the order of {@code rows}.
 *
 * @param table the table
 * @param rows the written columns and their values; the other columns get their default
 * @param onConflict the ON CONFLICT clause, or null
 * @param returning the columns of the written rows to read back
 */
public record InsertRows(
        TableName table, RowSource rows, @Nullable OnConflict onConflict, List<ColumnReference> returning)
        implements Write {

    public InsertRows {
        Checks.notNull(table, "table");
        Checks.notNull(rows, "rows");
        returning = List.copyOf(returning);
    }

    @Override
    public InsertRows withoutReturning() {
        return new InsertRows(table, rows, onConflict, List.of());
    }

    @Override
    public boolean changes(ColumnReference column) {
        return onConflict != null && onConflict.replaced().contains(column);
    }

    @Override
    public @Nullable Object valueOf(ColumnReference column) {
        return rows.first(column);
    }

    @Override
    public boolean isNew() {
        return onConflict == null || onConflict.changesNothing();
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.insertRows(this);
    }
}
