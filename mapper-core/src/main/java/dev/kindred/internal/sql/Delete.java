package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows that match a condition.
 *
 * @param table the table
 * @param where the condition, or null for all rows
 */
public record Delete(TableName table, @Nullable Predicate where) implements Write {

    public Delete {
        Checks.notNull(table, "table");
    }

    @Override
    public List<ColumnReference> returning() {
        return List.of();
    }

    @Override
    public Delete withoutReturning() {
        return this;
    }

    @Override
    public boolean changes(ColumnReference column) {
        return false;
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.delete(this);
    }
}
