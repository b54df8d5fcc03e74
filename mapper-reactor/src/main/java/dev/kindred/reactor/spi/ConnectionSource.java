package dev.kindred.reactor.spi;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;

/**
 * Where connections come from and go to. {@code ReactiveMapper.create(connectionFactory)} makes one from a {@code ConnectionFactory};
 * another one lets a framework supply the connection of a transaction of its own. Must be thread-safe.
 */
public interface ConnectionSource {

    /**
     * Returns a connection that nobody else uses and that is in no transaction. Subscribed once for each use; must emit one connection
     * or an error within a bounded time, and must take back by itself a connection that comes after a cancel.
     */
    Mono<Connection> acquire();

    /** Takes back a connection that is as it was given. */
    Mono<Void> release(Connection connection);

    /** Takes back a connection that must not be used again, since nobody knows what still runs on it. */
    Mono<Void> discard(Connection connection);
}
