package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads groups of rows: one result row for each key, with the key and the aggregates.
 *
 * @param table the table
 * @param keys the columns of the GROUP BY
 * @param values the aggregates
 * @param conditions the WHERE and HAVING conditions
 * @param orderBy the order of the groups, most significant term first
 * @param page the limit and offset of the groups
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
        Checks.argument(!keys.isEmpty(), "a key needs at least one column");
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
     * The conditions of a grouping.
     *
     * @param where the condition on rows, or null for all rows
     * @param having the condition on groups, or null for all groups
     */
    public record Conditions(
            @Nullable Predicate where, @Nullable Predicate having) {}
}
