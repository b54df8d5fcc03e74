package dev.kindred.reactor.spi;

/** What a write does with an entity. */
public enum EntityWrite {
    /** Inserts a row. */
    INSERT,
    /** Updates a row. */
    UPDATE,
    /** Inserts or updates a row. The database or the state of the entity decides. */
    UPSERT,
    /** Deletes a row, or marks it as deleted. */
    DELETE,
    /** Removes the mark of a deletion. */
    RESTORE
}
