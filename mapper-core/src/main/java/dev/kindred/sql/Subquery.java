package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Expression.ColumnReference;
import java.util.List;

/**
 * The rows of a table that belong to the row of the enclosing statement or sub-query. Immutable; equal when its parts are.
 *
 * @param table the table
 * @param links what makes a row belong to the enclosing one; all of them hold, whatever the conditions say
 * @param conditions what else must hold, each of them; their columns are those of this table
 */
public record Subquery(TableName table, List<Link> links, List<Predicate> conditions) {

    public Subquery {
        Checks.notNull(table, "table");
        links = Checks.noNulls(links, "links");
        Checks.argument(!links.isEmpty(), "a sub-query has at least one link to the enclosing row");
        conditions = Checks.noNulls(conditions, "conditions");
    }

    /**
     * Two columns that are equal.
     *
     * @param inner the column of the sub-query's table
     * @param outer the column of the table right outside it
     */
    public record Link(ColumnReference inner, ColumnReference outer) {

        public Link {
            Checks.notNull(inner, "inner");
            Checks.notNull(outer, "outer");
        }
    }
}
