package dev.kindred.reactor.spi;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;

/**
 * Where connections come from and go to. {@code ReactiveMapper.create(connectionFactory)} makes one from a {@code ConnectionFactory};
 * another one lets a framework lend connections of its own. Must be thread-safe.
 *
 * <p>The mapper begins and ends transactions on these connections by itself, so each connection is in no transaction when it is supplied. It
 * sends nothing on a connection that is in one: the operation ends with a {@link dev.kindred.error.TransactionException}, and the connection
 * goes back through {@link #release} with its transaction unchanged. The one exception is a {@code ConnectionPool} that is given to
 * {@code ReactiveMapper.create}: nobody else uses a connection of it, so the mapper rolls back what an earlier user left open.
 */
public interface ConnectionSource {

    /**
     * Returns a connection that nobody else uses and that is in no transaction. Subscribed once for each use; must emit one connection
     * or an error within a bounded time, and must take back by itself a connection that comes after a cancel.
     */
    Mono<Connection> acquire();

    /**
     * Returns a connection for a transaction that is run while its caller holds another one. It must not wait for connections that such
     * callers hold, or they would wait for each other: a pool opens one beside those it counts. The mapper asks for at most
     * {@link #capacity()} at once for each level of such nesting. Given back as the others are. By default as {@link #acquire()}.
     */
    default Mono<Connection> acquireBeside() {
        return acquire();
    }

    /** Returns how many connections there are at most, or a sensible number when there is no limit. */
    default int capacity() {
        return 10;
    }

    /**
     * Takes back a connection that is as it was given. Cancelled when it has not ended after two seconds; after that, and when it fails, the
     * connection is discarded as well.
     */
    Mono<Void> release(Connection connection);

    /**
     * Takes back a connection that must not be used again, since nobody knows what still runs on it. Cancelled when it has not ended after
     * two seconds; its errors are not shown to anybody.
     */
    Mono<Void> discard(Connection connection);
}
