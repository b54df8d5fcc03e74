package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts rows and the pairs that link them to one parent, in one statement. The result has the rows, in their order.
 *
 * @param related the insert of the rows, without RETURNING
 * @param returning the columns of the rows to read back
 * @param pairs the pairs
 * @param lock the lock of the parent's row
 * @param relatedTouches the owners of the rows to touch
 * @param pairTouches the owners of the pairs to touch
 */
public record InsertLinked(
        Write related,
        List<ColumnReference> returning,
        Pairs pairs,
        LockRows lock,
        List<Touch> relatedTouches,
        List<Touch> pairTouches)
        implements Statement {

    public InsertLinked {
        Checks.argument(related.returning().isEmpty(), "the insert must be without RETURNING");
        returning = List.copyOf(returning);
        Checks.notNull(pairs, "pairs");
        Checks.notNull(lock, "lock");
        relatedTouches = List.copyOf(relatedTouches);
        pairTouches = List.copyOf(pairTouches);
    }

    /** Returns a copy with touches. */
    public InsertLinked touching(List<Touch> ofRelated, List<Touch> ofPairs) {
        return new InsertLinked(related, returning, pairs, lock, ofRelated, ofPairs);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.insertLinked(this);
    }

    /**
     * The pairs of the inserted rows.
     *
     * @param table the pivot table
     * @param constants the columns that have the same value in each pair, the key of the parent included
     * @param links the columns that reference the rows, and the columns of the rows that they reference
     */
    public record Pairs(TableName table, List<SetColumn> constants, List<CopiedKey> links) {

        public Pairs {
            Checks.notNull(table, "table");
            constants = List.copyOf(constants);
            links = List.copyOf(links);
            Checks.argument(!links.isEmpty(), "a pair needs at least one column of the row");
        }

        /** Returns a write that assigns the same audit times, for decisions about touches. */
        public Write write() {
            return new Insert(table, constants, List.of());
        }

        /** Returns the columns of the pairs. */
        public List<ColumnReference> columns() {
            List<ColumnReference> all = new ArrayList<>();
            constants.forEach(set -> all.add(set.column()));
            links.forEach(link -> all.add(link.foreignKey()));
            return all;
        }
    }
}
