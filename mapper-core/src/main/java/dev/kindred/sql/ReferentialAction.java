package dev.kindred.sql;

/** What the database does with a row when the row that its foreign key points at is deleted. */
public enum ReferentialAction {
    /** Refuses, at the latest when the transaction commits. */
    NO_ACTION,
    /** Refuses at once. */
    RESTRICT,
    /** Deletes the row as well. */
    CASCADE,
    /** Sets the foreign key to null. */
    SET_NULL,
    /** Sets the foreign key to its default. */
    SET_DEFAULT
}
