package dev.kindred.reactor.spi;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;

/**
 * Supplies connections and takes them back. {@code ReactiveMapper.create(connectionFactory)} makes one from a
 * {@code ConnectionFactory}. Implement it to connect a framework, replicas or tenants. Must be thread-safe.
 *
 * <p>The mapper begins and ends transactions on acquired connections itself, so {@link #acquire} supplies connections
 * without an open transaction. The mapper sends nothing on a connection with an open transaction: the operation fails
 * with a {@link dev.kindred.error.TransactionException}, and {@link #release} gets the connection with its transaction
 * unchanged. The exception is a {@code ConnectionPool} given to {@code ReactiveMapper.create}: no one else uses its
 * connections, so the mapper rolls back an open transaction that an earlier user left.
 *
 * <p>Mappers with equal sources share transactions.
 */
public interface ConnectionSource extends TransactionBridge {

    /**
     * Returns a connection without an open transaction and without another user. Subscribed once for each use, with the
     * Context of the operation. Must emit one connection or an error within a bounded time. Must take back a connection
     * that arrives after a cancel.
     *
     * <p>The mapper has at most {@link #capacity()} {@linkplain ConnectionRequest#isNested() nested} requests open for
     * each level of nesting.
     */
    Mono<Connection> acquire(ConnectionRequest request);

    /** Returns the maximum number of connections, or a sensible number if there is no limit. */
    default int capacity() {
        return 10;
    }

    /**
     * Takes back a connection in its original state. Cancelled after two seconds. After a cancel or an error the mapper
     * also discards the connection.
     */
    Mono<Void> release(Connection connection);

    /**
     * Takes back a connection that must not be used again, since a statement may still run on it. Cancelled after two
     * seconds. Errors are ignored.
     */
    Mono<Void> discard(Connection connection);
}
