package dev.kindred.spring.boot;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The connection pool and its end.
 *
 * @param connections the pool
 */
record KindredPool(ConnectionPool connections) {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Closes the connections. Spring waits for the result. */
    Mono<Void> close() {
        return connections.disposeLater().timeout(LIMIT).onErrorComplete();
    }
}
