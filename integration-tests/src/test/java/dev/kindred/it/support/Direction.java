package dev.kindred.it.support;

/** A way through a {@link FaultProxy}. Immutable, so safe for use by many threads. */
public enum Direction {

    /** What the client says. */
    TO_SERVER,

    /** What the server answers. */
    TO_CLIENT
}
