package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a path from the rows of one table to the rows of another. Immutable; equal when its parts are.
 *
 * @param table the table to which the step goes
 * @param links the equal columns: the inner one is a column of {@code table}, the outer one of the table before it
 * @param conditions the conditions on the rows of {@code table}; all of them must hold
 * @param firstBy the order of the rows that satisfy them, of which the step reaches the first one only; empty for a
 *     step to all of them. The last step of a path has none
 */
public record Hop(TableName table, List<Correlation> links, List<Predicate> conditions, List<Ordering> firstBy) {

    public Hop {
        Checks.notNull(table, "table");
        links = Checks.noNulls(links, "links");
        Checks.argument(!links.isEmpty(), "a hop needs at least one link to the row before it");
        conditions = Checks.noNulls(conditions, "conditions");
        firstBy = Checks.noNulls(firstBy, "firstBy");
    }

    /** Creates a step to all rows that satisfy {@code conditions}. */
    public Hop(TableName table, List<Correlation> links, List<Predicate> conditions) {
        this(table, links, conditions, List.of());
    }

    /** Creates a step without conditions. */
    public Hop(TableName table, List<Correlation> links) {
        this(table, links, List.of());
    }

    /** Returns a copy with further conditions. */
    public Hop with(List<Predicate> further) {
        List<Predicate> all = new ArrayList<>(conditions);
        all.addAll(further);
        return new Hop(table, links, all, firstBy);
    }

    /** Returns a copy that reaches the first row in {@code order} only. */
    public Hop first(List<Ordering> order) {
        return new Hop(table, links, conditions, order);
    }

    /** Returns whether the step reaches one of several rows. */
    public boolean picks() {
        return !firstBy.isEmpty();
    }

    /** Returns the columns of the table that equal columns of the row before it. */
    public List<ColumnReference> columns() {
        return links.stream().map(Correlation::inner).toList();
    }
}
