package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Touches the owners that written rows reference.
 *
 * @param table the table of the owners
 * @param links the foreign key columns and the owner columns they reference
 * @param change the assignments of the touch
 * @param reach which further rows are touched
 * @param next the touches of the owners' own owners
 */
public record Touch(TableName table, List<CopiedKey> links, Change change, Set<Reach> reach, List<Touch> next) {

    public Touch {
        Checks.notNull(table, "table");
        links = List.copyOf(links);
        Checks.argument(!links.isEmpty(), "a touch needs at least one foreign key column");
        Checks.notNull(change, "change");
        reach = Set.copyOf(reach);
        next = List.copyOf(next);
    }

    /** Returns the referencing columns. */
    public List<ColumnReference> foreignKey() {
        return links.stream().map(CopiedKey::foreignKey).toList();
    }

    /** Returns the referenced columns. */
    public List<ColumnReference> key() {
        return links.stream().map(CopiedKey::key).toList();
    }

    /** Which rows are touched besides the current owners. */
    public enum Reach {
        /** Also the former owners of the written rows. */
        FORMER,
        /** Also the owners of the owners, by the same relation, up to the root. */
        CHAIN,
        /** Excludes the written rows, because one statement can update a row only once. */
        OTHERS
    }

    /**
     * The assignments of a touch.
     *
     * @param values the columns that get a value
     * @param increments the integer columns that are incremented
     * @param unless the condition of the rows that stay unchanged, or null
     */
    public record Change(
            List<SetColumn> values,
            List<ColumnReference> increments,
            @Nullable Predicate unless) {

        public Change {
            values = List.copyOf(values);
            Checks.argument(!values.isEmpty(), "a touch needs at least one column to set");
            increments = List.copyOf(increments);
        }
    }
}
