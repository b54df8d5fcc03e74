package dev.kindred.reactor;

/** Which reads by key share a statement with the reads of other callers. */
public enum SharedReads {
    /** Each read sends a statement of its own. */
    OFF,
    /**
     * A read is sent at once while fewer than two reads of the same kind run. Otherwise it waits until one of them
     * ends. The reads that wait then share one statement. No read joins a statement that is already running, and no
     * read waits for further callers.
     *
     * <p>The {@code find} and {@code get} of one entity type that wait at the same time share one statement of at most
     * 1,000 keys, and so do {@code related(..).find()} and {@code get()} of one relation to one row, and its handles
     * that load at most 100 keys. The statement starts after the subscription of each caller. It has the Context of the
     * caller that waited longest, for listeners. Each caller has its own entity, error and cancel, and its own acquire
     * timeout. The last caller that cancels cancels the statement. Entities of different callers are no siblings.
     *
     * <p>Reads in a transaction of the mapper share with reads of the same transaction that wait for its connection,
     * if no other statement was subscribed between them. Reads in a transaction that a framework began are not shared,
     * nor are keys of other types than whole numbers, {@code BigDecimal} and {@code UUID}, nor reads of rows with
     * tenants.
     */
    WHEN_BUSY
}
