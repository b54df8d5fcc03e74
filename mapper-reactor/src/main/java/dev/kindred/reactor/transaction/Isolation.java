package dev.kindred.reactor.transaction;

/** The isolation level of a transaction (PostgreSQL manual, section 13.2). */
public enum Isolation {
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED,
    /** Every statement sees what was committed before the first one began. */
    REPEATABLE_READ,
    /** As if transactions ran one after another. */
    SERIALIZABLE
}
