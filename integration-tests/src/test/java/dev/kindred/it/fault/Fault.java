package dev.kindred.it.fault;

/** The fault at a boundary. */
enum Fault {
    /** The subscriber cancels before it. */
    CANCEL,
    /** The subscriber cancels, and the signal is emitted concurrently. */
    CANCEL_AND_SIGNAL,
    /** The subscriber cancels, and the connection breaks concurrently. */
    CANCEL_AND_LOST,
    /** The connection breaks. */
    LOST,
    /** The server refuses the request. */
    REFUSED,
    /** The publisher completes without its item. */
    EMPTY,
    /** No more signals are emitted, neither this one nor any other of the connection. */
    NEVER,
    /** The driver throws instead of returning a publisher. */
    THROWN;

    boolean cancels() {
        return this == CANCEL || this == CANCEL_AND_SIGNAL || this == CANCEL_AND_LOST;
    }
}
