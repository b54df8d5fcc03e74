package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows of a condition.
 *
 * @param table the table
 * @param where the condition, or null for every row
 */
public record Delete(TableName table, @Nullable Predicate where) implements Statement {

    public Delete {
        Checks.notNull(table, "table");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.delete(this);
    }
}
