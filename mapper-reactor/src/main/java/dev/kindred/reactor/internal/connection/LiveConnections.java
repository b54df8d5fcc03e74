package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import reactor.core.publisher.Mono;

/** Connections of a pool that did not die while idle. */
final class LiveConnections {

    private LiveConnections() {}

    /** Acquires from {@code pool} up to {@code retries} more times if the connection had died. */
    static Mono<Connection> of(Mono<Connection> pool, int retries) {
        return pool.onErrorResume(error -> retries > 0 && isDead(error) ? of(pool, retries - 1) : Mono.error(error));
    }

    /**
     * Each idle connection that died causes one failed validation without SQLSTATE and cause. The next attempt gets the
     * next connection or a new one.
     */
    private static boolean isDead(Throwable error) {
        return error instanceof R2dbcNonTransientResourceException failure
                && failure.getSqlState() == null
                && failure.getCause() == null;
    }
}
