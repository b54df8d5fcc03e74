package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Connections beside those of a pool, for callers that hold one of these already. They are kept for a moment, since one that needs such a
 * connection seldom comes alone, and closed soon after. Thread-safe.
 */
final class BesidePool {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    /** Who asks is bounded by who calls, level by level, so that nobody waits here for somebody who waits as well. */
    private static final int NO_LIMIT = 100_000;

    private final ConnectionPool connections;

    /** Opens connections as {@code pool} does, with {@code factory}. */
    BesidePool(ConnectionPool pool, ConnectionFactory factory) {
        PoolTraits traits = pool instanceof BoundedConnectionPool ours
                ? ours.traits()
                : new PoolTraits(new ConnectionLifetime(KEPT, KEPT), false, "");
        ConnectionLifetime lifetime = traits.lifetime();
        ConnectionPoolConfiguration pooled = ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(NO_LIMIT)
                .acquireRetry(0)
                .maxCreateConnectionTime(FIVE_SECONDS)
                .backgroundEvictionInterval(KEPT)
                .customizer(builder -> builder.evictionPredicate((connection, metadata) ->
                        pool.isDisposed() || lifetime.isRenewed(metadata) || metadata.idleTime() > KEPT.toMillis()))
                .build();
        this.connections = new BoundedConnectionPool(pooled, FIVE_SECONDS, traits);
    }

    Mono<Connection> acquire() {
        return connections.create();
    }
}
