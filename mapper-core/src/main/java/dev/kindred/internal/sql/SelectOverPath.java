package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Reads the rows that keys reach over a path, each row once for each of its keys. The result has the columns of the
 * select, then the key, then the columns of the joins.
 *
 * @param path the path to the rows
 * @param keys the condition on the key columns of the path
 * @param select the rows, without a DISTINCT clause and without an offset; its condition may concern the pivot
 * @param joins the to-one joins to the rows
 */
public record SelectOverPath(KeyPath path, Predicate keys, Select select, List<Join> joins) implements Statement {

    public SelectOverPath {
        Checks.notNull(path, "path");
        Checks.notNull(keys, "keys");
        Checks.notNull(select, "select");
        joins = Checks.noNulls(joins, "joins");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.selectOverPath(this);
    }
}
