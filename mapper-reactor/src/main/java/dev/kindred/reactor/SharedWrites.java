package dev.kindred.reactor;

/** Which writes of one row share a statement with the writes of other callers. */
public enum SharedWrites {
    /** Each write sends a statement of its own. */
    OFF,
    /**
     * A write is sent at once while fewer than two writes of the same kind run. Otherwise it waits until one of them
     * ends. The writes that wait then share one statement. No write joins a statement that is already running, and no
     * write waits for further callers.
     *
     * <p>Inserts of one entity type with the same columns that wait at the same time share one statement of at most
     * 1,000 rows, and so do updates, and deletes. The statement starts after the subscription of each caller. It has
     * the Context of the caller that waited longest, for listeners. Each caller has its own entity, error and cancel,
     * and its own acquire timeout. If the server refuses the statement, nothing of it is stored, and each write is sent
     * alone. If the connection is lost, the outcome of each write is unknown. A cancel before the statement is sent
     * removes the write. A later one does not: the row is written, unless all callers cancel, which cancels the
     * statement.
     *
     * <p>Writes in a transaction are not shared, nor are upserts, writes of rows with tenants, and writes of entities
     * that reference their own table or touch an owner. Updates and deletes are shared by key, of whole numbers,
     * {@code BigDecimal} and {@code UUID}.
     */
    WHEN_BUSY
}
