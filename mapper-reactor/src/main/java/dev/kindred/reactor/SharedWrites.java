package dev.kindred.reactor;

/** Which writes of one row share a statement with the writes of other callers. */
public enum SharedWrites {
    /** Each write sends a statement of its own. */
    OFF,
    /**
     * A write is sent at once while fewer than two writes of the same kind run. Otherwise it waits until one of them
     * ends. The writes that wait then share one statement. No write joins a statement that is already running, and no
     * write waits for further callers.
     */
    WHEN_BUSY
}
