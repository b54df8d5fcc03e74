package dev.kindred.reactor;

/** The action on a child row that another child replaces. */
public enum OrphanPolicy {
    /** Deletes the row. */
    DELETE,
    /** Sets the foreign key to null. */
    SET_NULL
}
