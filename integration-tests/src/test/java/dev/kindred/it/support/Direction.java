package dev.kindred.it.support;

/** A direction of a {@link FaultProxy}. Immutable, so safe for use by many threads. */
public enum Direction {

    /** From the client to the server. */
    TO_SERVER,

    /** From the server to the client. */
    TO_CLIENT
}
