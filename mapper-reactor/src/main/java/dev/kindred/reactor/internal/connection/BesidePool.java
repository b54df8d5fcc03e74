package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connections beside those of a pool, for callers that hold one of these already. They are kept for a moment, since one that needs such a
 * connection seldom comes alone, and closed soon after. Thread-safe.
 */
final class BesidePool {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final PoolTimes TIMES = new PoolTimes(Duration.ofSeconds(5), Duration.ofSeconds(5), KEPT);

    /** Who asks is bounded by who calls, level by level, so that nobody waits here for somebody who waits as well. */
    private static final int NO_LIMIT = 100_000;

    private final ConnectionPool connections;

    /** Opens connections as {@code pool} does. */
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
        return connections.create();
    }
}
