package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * What {@link HasManyOperations#replaceAll} changed. Immutable. Each list has the order of the given list;
 * {@code removed} has the order of the relation.
 *
 * @param <R> the related entity
 * @param added the rows that the parent did not have before, as stored: new rows, and rows of another parent
 * @param updated the rows of the parent with changed columns, as stored
 * @param removed the rows that the parent no longer has, as they were
 * @param unchanged the rows that were not written
 */
public record ReplacedRows<R>(List<R> added, List<R> updated, List<R> removed, List<R> unchanged) {

    public ReplacedRows {
        added = Checks.noNulls(added, "added");
        updated = Checks.noNulls(updated, "updated");
        removed = Checks.noNulls(removed, "removed");
        unchanged = Checks.noNulls(unchanged, "unchanged");
    }

    /** Returns whether nothing was written. */
    public boolean isUnchanged() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    /** Returns the numbers of rows only, because entities can contain confidential values. */
    @Override
    public String toString() {
        return "ReplacedRows[added=" + added.size() + ", updated=" + updated.size() + ", removed=" + removed.size()
                + ", unchanged=" + unchanged.size() + "]";
    }
}
