package dev.kindred.reactor.internal.preload;

import java.util.List;

/**
 * The related rows of one key, at least one. Immutable once the load is complete.
 *
 * @param <R> the related entity
 * @param rows the rows, in their order
 * @param hasMore whether a limit left out further rows
 */
record RowList<R>(List<R> rows, boolean hasMore) {}
