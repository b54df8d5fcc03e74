package dev.kindred.it.fault;

/** What happens at one boundary in place of what should. */
enum Fault {
    /** The subscriber cancels before it. */
    CANCEL,
    /** The subscriber cancels, and it happens all the same, as when the two meet. */
    CANCEL_AND_SIGNAL,
    /** The subscriber cancels, and the connection breaks at the same moment. */
    CANCEL_AND_LOST,
    /** The connection breaks. */
    LOST,
    /** The server refuses. */
    REFUSED,
    /** The publisher completes without what it should emit. */
    EMPTY,
    /** Nothing happens any more: neither this signal nor another one of a statement on the connection. */
    NEVER,
    /** The driver throws in place of returning a publisher. */
    THROWN;

    boolean cancels() {
        return this == CANCEL || this == CANCEL_AND_SIGNAL || this == CANCEL_AND_LOST;
    }
}
