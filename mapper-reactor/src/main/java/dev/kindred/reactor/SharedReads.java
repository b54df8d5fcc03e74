package dev.kindred.reactor;

/** Which reads by key share a statement with the reads of other callers. */
public enum SharedReads {
    /** Each read sends a statement of its own. */
    OFF,
    /**
     * A read is sent at once while fewer than two reads of the same kind run. Otherwise it waits until one of them
     * ends. The reads that wait then share one statement. No read joins a statement that is already running, and no
     * read waits for further callers.
     */
    WHEN_BUSY
}
