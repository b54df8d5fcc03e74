package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connections in addition to those of a pool, for callers that already hold one. They stay open for a short time, since
 * several such callers usually follow each other. Thread-safe.
 */
final class BesidePool {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final PoolTimes TIMES = new PoolTimes(Duration.ofSeconds(5), Duration.ofSeconds(5), KEPT);

    /** The number of callers is bounded on each level of nesting, so no caller waits for another waiting caller. */
    private static final int NO_LIMIT = 100_000;

    private final BoundedConnectionPool connections;

    /** Opens connections in the same way as {@code pool}. */
    BesidePool(ConnectionPool pool) {
        @Nullable BoundedConnectionPool ours = pool instanceof BoundedConnectionPool own ? own : null;
        PoolTraits traits =
                ours == null ? new PoolTraits(new ConnectionLifetime(KEPT, KEPT), false, "") : ours.traits();
        ConnectionLifetime lifetime = traits.lifetime();
        this.connections = BoundedConnectionPool.of(
                ours == null ? pool.unwrap() : ours.driver(),
                NO_LIMIT,
                ours == null
                        ? TIMES
                        : new PoolTimes(ours.times().connect(), ours.times().acquire(), KEPT),
                traits,
                builder -> builder.evictionPredicate((connection, metadata) ->
                        pool.isDisposed() || lifetime.isRenewed(metadata) || metadata.idleTime() > KEPT.toMillis()));
    }

    Mono<Connection> acquire() {
        return connections.acquire();
    }
}
