package dev.kindred.internal.persist;

import dev.kindred.internal.util.Checks;

/**
 * One statement that stores some of the children of a chunk.
 *
 * @param as how the statement stores them
 * @param rows the statement and the positions of the children
 */
public record ChildBatch(StoredAs as, RowBatch rows) {

    public ChildBatch {
        Checks.notNull(as, "as");
        Checks.notNull(rows, "rows");
    }
}
