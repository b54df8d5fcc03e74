package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * The path from keys to the rows of a table, over the tables between. Immutable.
 *
 * @param hops the steps with the conditions of the tables between; the first table has the columns that equal a key
 * @param mayRepeat whether a key may reach one row several times; the row is read once for each key
 */
public record KeyPath(List<Hop> hops, boolean mayRepeat) {

    public KeyPath {
        hops = Checks.noNulls(hops, "hops");
        Checks.argument(!hops.isEmpty(), "a path needs at least one step");
        Checks.argument(!mayRepeat || hops.size() > 1, "a path of one step reads each row once");
    }

    /** Returns the columns that equal a key, of the first table. */
    public List<ColumnReference> key() {
        return hops.get(0).columns();
    }
}
