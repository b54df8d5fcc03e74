package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that belong to the row of the enclosing statement or sub-query, over one or more steps.
 * Immutable; equal when its parts are.
 *
 * @param hops the steps from the enclosing row to the rows, at least one; all links must match, regardless of the
 *     conditions
 * @param conditions further conditions on columns of the last table; all of them must hold
 * @param first the selection of one row, applied before the conditions; null for all rows
 * @param once whether a row that is reached several times counts once
 */
public record Subquery(
        List<Hop> hops,
        List<Predicate> conditions,
        @Nullable First first,
        boolean once) {

    public Subquery {
        hops = Checks.noNulls(hops, "hops");
        Checks.argument(!hops.isEmpty(), "a sub-query needs at least one hop from the enclosing row");
        conditions = Checks.noNulls(conditions, "conditions");
    }

    /** Creates a sub-query for all rows that match the conditions. A row appears once for each way to it. */
    public Subquery(List<Hop> hops, List<Predicate> conditions) {
        this(hops, conditions, null);
    }

    /** Creates a sub-query for one row, or for all rows that match the conditions if {@code first} is null. */
    public Subquery(List<Hop> hops, List<Predicate> conditions, @Nullable First first) {
        this(hops, conditions, first, false);
    }

    /** Returns the table of the rows. */
    public TableName table() {
        return hops.get(hops.size() - 1).table();
    }

    /** Returns the maximum depth of the conditions; 0 without conditions. */
    int depth() {
        int depth = first == null ? 0 : Operands.of(first.candidates()).depth();
        for (Hop hop : hops) {
            depth = Math.max(depth, Operands.of(hop.conditions()).depth());
        }
        return Math.max(depth, Operands.of(conditions).depth());
    }

    /**
     * The first row, in an order, of the rows that belong to the enclosing row.
     *
     * @param columns the columns of the table
     * @param candidates the conditions on the rows to select from
     * @param orderBy the order, most significant term first
     */
    public record First(List<ColumnReference> columns, List<Predicate> candidates, List<Ordering> orderBy) {

        public First {
            columns = Checks.noNulls(columns, "columns");
            candidates = Checks.noNulls(candidates, "candidates");
            orderBy = Checks.noNulls(orderBy, "orderBy");
            Checks.argument(!orderBy.isEmpty(), "the first row needs an order");
        }
    }

    /**
     * An equality of two columns.
     *
     * @param inner the column of the sub-query's table
     * @param outer the column of the directly enclosing table
     */
    public record Correlation(ColumnReference inner, ColumnReference outer) {

        /** Returns one link for each pair of columns. */
        public static List<Correlation> all(List<ColumnReference> inner, List<ColumnReference> outer) {
            return IntStream.range(0, outer.size())
                    .mapToObj(i -> new Correlation(inner.get(i), outer.get(i)))
                    .toList();
        }

        public Correlation {
            Checks.notNull(inner, "inner");
            Checks.notNull(outer, "outer");
        }
    }
}
