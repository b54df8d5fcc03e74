package dev.kindred.annotation;

/** The {@code ON DELETE} action of a foreign key: what happens to a row when the row it references is deleted. */
public enum OnDelete {
    /** Refuses the delete. A deferred constraint is checked at the end of the transaction. */
    NO_ACTION,
    /** Refuses the delete immediately. */
    RESTRICT,
    /** Deletes the referencing row too. */
    CASCADE,
    /** Sets the foreign key to null. */
    SET_NULL,
    /** Sets the foreign key to its default. */
    SET_DEFAULT
}
