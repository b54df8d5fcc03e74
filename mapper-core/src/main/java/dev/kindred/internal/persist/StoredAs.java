package dev.kindred.internal.persist;

/** How an entity is stored. */
public enum StoredAs {
    /** As a new row. */
    NEW,
    /** As an update of its row. */
    STORED,
    /** As a new row, or as an update of the row with its key. */
    EITHER
}
