package dev.kindred.reactor.spi;

import dev.kindred.reactor.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * The purpose of a connection. A {@link ConnectionSource} uses it to choose a connection, for example one of a
 * replica for reads. Immutable and thread-safe.
 */
public interface ConnectionRequest {

    /**
     * Returns whether everything that runs on the connection only reads. False for writes, for row locks, and for SQL
     * that calls functions unknown to the mapper. For a transaction, whether its options are read-only.
     */
    boolean isReadOnly();

    /**
     * Returns the options of the transaction that begins on the connection, or null for statements outside a
     * transaction.
     */
    @Nullable
    TransactionOptions transaction();

    /**
     * Returns whether the caller holds another connection while it waits for this one. The source must then not wait
     * for connections of such callers, or they wait for each other. A pool opens an extra connection.
     */
    boolean isNested();
}
