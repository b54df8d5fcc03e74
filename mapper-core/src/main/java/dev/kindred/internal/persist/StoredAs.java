package dev.kindred.internal.persist;

/** How an entity is stored. */
public enum StoredAs {
    /** As a new row. */
    NEW,
    /** As a change of its row. */
    STORED,
    /** As a new row, or as a change of the one that has its key. */
    EITHER
}
