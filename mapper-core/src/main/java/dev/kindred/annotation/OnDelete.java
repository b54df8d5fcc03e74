package dev.kindred.annotation;

/** What the database does with a row when the row that it points at is deleted. */
public enum OnDelete {
    /** Refuses the delete, unless the constraint is deferred and the row is gone by then. */
    NO_ACTION,
    /** Refuses the delete at once. */
    RESTRICT,
    /** Deletes the row as well. */
    CASCADE,
    /** Sets the foreign key to null. */
    SET_NULL,
    /** Sets the foreign key to its default. */
    SET_DEFAULT
}
