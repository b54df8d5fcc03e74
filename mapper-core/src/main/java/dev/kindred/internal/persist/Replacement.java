package dev.kindred.internal.persist;

import java.util.ArrayList;
import java.util.List;

/**
 * What changes when the children of a parent are replaced by a list. Immutable.
 *
 * @param added the children of the list that the parent did not have
 * @param updated the children of the list whose rows of the parent differ
 * @param unchanged the rows of the parent that are equal to a child of the list
 * @param removed the rows of the parent that are not in the list
 */
public record Replacement<R>(List<R> added, List<R> updated, List<R> unchanged, List<R> removed) {

    public Replacement {
        added = List.copyOf(added);
        updated = List.copyOf(updated);
        unchanged = List.copyOf(unchanged);
        removed = List.copyOf(removed);
    }

    /** Returns this replacement with the rows that were stored for {@link #stored()}. */
    public Replacement<R> withStored(List<R> rows) {
        int first = updated.size();
        return new Replacement<>(rows.subList(first, rows.size()), rows.subList(0, first), unchanged, removed);
    }

    /** Returns the children to store. */
    public List<R> stored() {
        List<R> all = new ArrayList<>(updated);
        all.addAll(added);
        return all;
    }
}
