package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertWithChild.Link;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the rows that others point at as changed.
 *
 * @param table their table
 * @param links which of their columns equal which of the rows that point
 * @param change what is written
 * @param reach which rows are meant besides those that the rows point at
 * @param next what the marked rows point at in their turn
 */
public record Touch(TableName table, List<Link> links, Change change, Set<Reach> reach, List<Touch> next) {

    public Touch {
        Checks.notNull(table, "table");
        links = List.copyOf(links);
        Checks.argument(!links.isEmpty(), "a row points by at least one column");
        Checks.notNull(change, "change");
        reach = Set.copyOf(reach);
        next = List.copyOf(next);
    }

    /** Returns the columns that point. */
    public List<ColumnReference> foreignKey() {
        return links.stream().map(Link::foreignKey).toList();
    }

    /** Returns the columns that are pointed at. */
    public List<ColumnReference> key() {
        return links.stream().map(Link::key).toList();
    }

    /** Which rows are marked. */
    public enum Reach {
        /** Those that the written rows pointed at before, too. */
        FORMER,
        /** Those that these point at in the same way, up to the last one, too. */
        CHAIN,
        /** None of the written rows themselves: a statement can change a row only once. */
        OTHERS
    }

    /**
     * What is written into a row that is marked.
     *
     * @param values the columns that are given a value
     * @param increments the integer columns that are raised by one
     * @param unless the condition of the rows that stay as they are, or null
     */
    public record Change(
            List<SetColumn> values,
            List<ColumnReference> increments,
            @Nullable Predicate unless) {

        public Change {
            values = List.copyOf(values);
            Checks.argument(!values.isEmpty(), "a mark sets at least one column");
            increments = List.copyOf(increments);
        }
    }
}
