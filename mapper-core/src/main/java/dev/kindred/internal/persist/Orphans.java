package dev.kindred.internal.persist;

/** What happens to the former children of a parent that are replaced. */
public enum Orphans {
    /** They are removed. */
    DELETE,
    /** Their foreign keys are set to null. */
    SET_NULL,
    /** Nothing is written if such a child exists. */
    REFUSE
}
