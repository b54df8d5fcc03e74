package dev.kindred.reactor;

/** What becomes of the child whose place another one takes. */
public enum OrphanPolicy {
    /** Its row is deleted. */
    DELETE,
    /** Its foreign key becomes null. */
    SET_NULL
}
