package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of each key in the order of a select. A lateral join reads them key by key, so that the server visits
 * no other rows if an index has this order. Immutable.
 *
 * @param target the columns that equal the key
 * @param path the path from the key to the rows, whose result has the key after the columns of the select; null if the
 *     rows have the columns themselves
 * @param keys the distinct keys, one array for each column of {@code target}
 * @param limit the maximum number of rows of each key
 * @param select the rows, without a page and without a DISTINCT clause
 * @param joins the to-one joins to these rows
 * @param total the maximum number of rows of all keys together, which are then read key by key in the order of the
 *     arrays; null for no maximum
 */
public record SelectOfEach(
        List<ColumnReference> target,
        @Nullable KeyPath path,
        List<Parameter> keys,
        long limit,
        Select select,
        List<Join> joins,
        @Nullable Long total)
        implements Statement {

    public SelectOfEach {
        target = Checks.noNulls(target, "target");
        keys = Checks.noNulls(keys, "keys");
        Checks.argument(!target.isEmpty() && target.size() == keys.size(), "needs one array for each key column");
        Checks.notNull(select, "select");
        joins = Checks.noNulls(joins, "joins");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.selectOfEach(this);
    }
}
