package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Reads aggregates for some keys: one result row for each key, with the key and the values. Immutable.
 *
 * @param columns the key columns of the entity
 * @param keys the distinct keys, one array for each column
 * @param values the aggregates over the rows that belong to an entity with the key
 */
public record AggregatesOfKeys(List<ColumnReference> columns, List<Parameter> keys, List<Aggregation> values)
        implements Statement {

    public AggregatesOfKeys {
        columns = Checks.noNulls(columns, "columns");
        keys = Checks.noNulls(keys, "keys");
        Checks.argument(!columns.isEmpty() && columns.size() == keys.size(), "needs one array for each key column");
        values = Checks.noNulls(values, "values");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.aggregatesOfKeys(this);
    }
}
