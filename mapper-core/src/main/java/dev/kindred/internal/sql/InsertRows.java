package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes many new rows, one after another in the order of {@code rows}.
 *
 * @param table the table
 * @param rows the columns that are given a value, and the values; the other columns get their default
 * @param onConflict what is done with a row whose key is there already, or null for an error
 * @param returning the columns of the written rows that are read back
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
