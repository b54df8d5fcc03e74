package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that belong to the row of the enclosing statement or sub-query. Immutable; equal when its parts are.
 *
 * @param table the table
 * @param links what makes a row belong to the enclosing one; all of them hold, whatever the conditions say
 * @param conditions what else must hold, each of them; their columns are those of this table
 * @param first which one of the rows there is, before the conditions are asked, or null when there are all
 */
public record Subquery(
        TableName table,
        List<Link> links,
        List<Predicate> conditions,
        @Nullable First first) {

    public Subquery {
        Checks.notNull(table, "table");
        links = Checks.noNulls(links, "links");
        Checks.argument(!links.isEmpty(), "a sub-query has at least one link to the enclosing row");
        conditions = Checks.noNulls(conditions, "conditions");
    }

    /** All rows that satisfy the conditions. */
    public Subquery(TableName table, List<Link> links, List<Predicate> conditions) {
        this(table, links, conditions, null);
    }

    /** Returns the greatest depth of the conditions; 0 without one. */
    int depth() {
        int depth = first == null ? 0 : Operands.of(first.candidates()).depth();
        return Math.max(depth, Operands.of(conditions).depth());
    }

    /**
     * The first of the rows of a table that belong to the enclosing row.
     *
     * @param columns the columns of the table
     * @param candidates which rows it is the first of, each of the conditions
     * @param orderBy the order, most significant term first
     */
    public record First(List<ColumnReference> columns, List<Predicate> candidates, List<Ordering> orderBy) {

        public First {
            columns = Checks.noNulls(columns, "columns");
            candidates = Checks.noNulls(candidates, "candidates");
            orderBy = Checks.noNulls(orderBy, "orderBy");
            Checks.argument(!orderBy.isEmpty(), "without an order no row is the first");
        }
    }

    /**
     * Two columns that are equal.
     *
     * @param inner the column of the sub-query's table
     * @param outer the column of the table right outside it
     */
    public record Link(ColumnReference inner, ColumnReference outer) {

        /** Returns one link for each pair of columns. */
        public static List<Link> all(List<ColumnReference> inner, List<ColumnReference> outer) {
            return IntStream.range(0, outer.size())
                    .mapToObj(i -> new Link(inner.get(i), outer.get(i)))
                    .toList();
        }

        public Link {
            Checks.notNull(inner, "inner");
            Checks.notNull(outer, "outer");
        }
    }
}
