package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Expression.Aggregation;
import dev.kindred.sql.Expression.ColumnReference;
import java.util.List;

/**
 * Reads one row for each key of a table: the key, and values made of the rows that have it.
 *
 * @param table the table
 * @param keys the columns that make up the key
 * @param aggregations the values, whose functions are taken over the rows of a group; their sub-queries do not matter
 * @param where the condition; there is always one
 */
public record Grouping(TableName table, List<ColumnReference> keys, List<Aggregation> aggregations, Predicate where)
        implements Statement {

    public Grouping {
        Checks.notNull(table, "table");
        keys = List.copyOf(keys);
        Checks.argument(!keys.isEmpty(), "a key has at least one column");
        aggregations = List.copyOf(aggregations);
        Checks.notNull(where, "where");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.grouping(this);
    }
}
