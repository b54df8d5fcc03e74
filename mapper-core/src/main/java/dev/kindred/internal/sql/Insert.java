package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts one row.
 *
 * @param table the table
 * @param values the written columns; the other columns get their default
 * @param onConflict the ON CONFLICT clause, or null
 * @param returning the columns of the new row to read back
 */
public record Insert(
        TableName table, List<SetColumn> values, @Nullable OnConflict onConflict, List<ColumnReference> returning)
        implements Write {

    public Insert {
        Checks.notNull(table, "table");
        values = List.copyOf(values);
        returning = List.copyOf(returning);
    }

    public Insert(TableName table, List<SetColumn> values, List<ColumnReference> returning) {
        this(table, values, null, returning);
    }

    @Override
    public Insert withoutReturning() {
        return new Insert(table, values, onConflict, List.of());
    }

    @Override
    public boolean changes(ColumnReference column) {
        return onConflict != null && onConflict.replaced().contains(column);
    }

    @Override
    public boolean isNull(ColumnReference column) {
        return values.stream()
                .anyMatch(set -> set.column().equals(column) && set.value().value() == null);
    }

    @Override
    public @Nullable Object valueOf(ColumnReference column) {
        return SetColumn.valueOf(column, values);
    }

    @Override
    public boolean isNew() {
        return onConflict == null || onConflict.changesNothing();
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.insert(this);
    }
}
