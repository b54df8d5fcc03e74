package dev.kindred.model;

/** What a column is besides a value. */
public enum ColumnTrait {
    /** Part of the primary key. */
    ID,
    /** Made by the database when null on insert. */
    GENERATED,
    /** Raised by one on each update, and compared. */
    VERSION,
    /** Set from the mapper's clock on insert. */
    CREATED_AT,
    /** Set from the mapper's clock on insert and on each change. */
    UPDATED_AT,
    /** Read and never written. */
    READ_ONLY,
    /** Says since when the row counts as deleted; null in all others. */
    SOFT_DELETE,
    /** May be null. */
    NULLABLE,
    /** Different in every row. */
    UNIQUE
}
