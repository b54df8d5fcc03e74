package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * The path from keys to the rows of a table, over the tables between. Immutable.
 *
 * @param hops the steps with the conditions of the tables between; the first table has the columns that equal a key
 * @param repeats how often a key reaches one row; the row is read once for each key
 */
public record KeyPath(List<Hop> hops, Repeats repeats) {

    public KeyPath {
        hops = Checks.noNulls(hops, "hops");
        Checks.argument(!hops.isEmpty(), "a path needs at least one step");
        Checks.notNull(repeats, "repeats");
        Checks.argument(repeats == Repeats.NEVER || hops.size() > 1, "a path of one step reads each row once");
    }

    /** Returns whether a key may reach one row several times. */
    public boolean mayRepeat() {
        return repeats != Repeats.NEVER;
    }

    /** Returns a copy whose rows are read as often as they are reached. */
    public KeyPath repeating() {
        return new KeyPath(hops, Repeats.NEVER);
    }

    /** Returns the columns that equal a key, of the first table. */
    public List<ColumnReference> key() {
        return hops.get(0).columns();
    }

    /** How often a key reaches one row. */
    public enum Repeats {
        /** Once. */
        NEVER,
        /** Once in general, such as over pairs that are unique if the table has the key that it should have. */
        SELDOM,
        /** Any number of times. */
        OFTEN
    }
}
