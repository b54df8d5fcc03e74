package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * What a write through a many-to-many relation changed, as keys of the related rows. Immutable. A key is the value of
 * the referenced column, or a {@link List} of values for a composite key. Each list has the order of the given list;
 * the other keys of {@code detached} come after these.
 *
 * @param attached the rows that the parent has since this write
 * @param detached the rows that the parent no longer has
 * @param updated the rows whose pivot has a changed column
 * @param unchanged the given rows that were attached before and whose pivot was not written
 */
public record LinkChanges(List<Object> attached, List<Object> detached, List<Object> updated, List<Object> unchanged) {

    public LinkChanges {
        attached = Checks.noNulls(attached, "attached");
        detached = Checks.noNulls(detached, "detached");
        updated = Checks.noNulls(updated, "updated");
        unchanged = Checks.noNulls(unchanged, "unchanged");
    }

    /** Returns whether nothing was written. */
    public boolean isUnchanged() {
        return attached.isEmpty() && detached.isEmpty() && updated.isEmpty();
    }

    /** Returns the numbers of keys only, because keys can be confidential. */
    @Override
    public String toString() {
        return "LinkChanges[attached=" + attached.size() + ", detached=" + detached.size() + ", updated="
                + updated.size() + ", unchanged=" + unchanged.size() + "]";
    }
}
