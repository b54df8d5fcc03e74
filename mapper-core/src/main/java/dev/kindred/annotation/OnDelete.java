package dev.kindred.annotation;

/**
 * The {@code ON DELETE} action of a foreign key: what the database does to a row when the row it references is deleted.
 * It is part of the schema and applies to every delete, also by other programs. What a single {@code replace(..)} of a
 * child does to the former child is {@code dev.kindred.reactor.OrphanPolicy}: there no referenced row is deleted.
 */
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
