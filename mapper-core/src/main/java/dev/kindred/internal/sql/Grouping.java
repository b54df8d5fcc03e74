package dev.kindred.internal.sql;

import dev.kindred.type.TableName;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row for each key of a table: the key, and values made of the rows that have it.
 *
 * @param table the table
 * @param keys the columns that make up the key
 * @param values the values
 * @param conditions which rows and which groups
 * @param orderBy the order of the groups, most significant term first
 * @param page which groups of the result
 */
public record Grouping(
        TableName table,
        List<ColumnReference> keys,
        List<Function> values,
        Conditions conditions,
        List<Ordering> orderBy,
        Select.Page page)
        implements Statement {

    public Grouping {
        Checks.notNull(table, "table");
        keys = List.copyOf(keys);
        Checks.argument(!keys.isEmpty(), "a key has at least one column");
        Abilities.require(ServerAbility.GROUPING, keys);
        values = List.copyOf(values);
        Checks.notNull(conditions, "conditions");
        orderBy = List.copyOf(orderBy);
        Checks.notNull(page, "page");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.grouping(this);
    }

    /**
     * Which rows and which groups are read.
     *
     * @param where the condition on rows, or null for every row
     * @param having the condition on groups, or null for every group
     */
    public record Conditions(
            @Nullable Predicate where, @Nullable Predicate having) {}
}
