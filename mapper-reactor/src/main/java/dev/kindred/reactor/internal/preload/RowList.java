package dev.kindred.reactor.internal.preload;

import java.util.List;

/**
 * The related rows of one key, at least one. Immutable once the load is complete.
 *
 * @param <R> the related entity
 * @param rows the rows, in their order
 * @param hasMore whether a limit left out further rows
 */
record RowList<R>(List<R> rows, boolean hasMore) {

    private static final RowList<?> LATER = new RowList<>(List.of(), false);
    private static final RowList<?> ALONE = new RowList<>(List.of(), true);

    /** Returns the mark of a list that a load did not read, and that the next load may read. */
    @SuppressWarnings("unchecked") // it has no rows
    static <R> RowList<R> later() {
        return (RowList<R>) LATER;
    }

    /** Returns the mark of a list that is too long for the loads of siblings. */
    @SuppressWarnings("unchecked") // it has no rows
    static <R> RowList<R> alone() {
        return (RowList<R>) ALONE;
    }

    /** Returns whether this is a list of rows. */
    boolean isRead() {
        return !rows.isEmpty();
    }
}
