package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.pool.PoolBuilder;

/**
 * A pool whose callers wait a limited time for a connection. The pool has such a limit of its own, and another one for the check of a
 * connection, at the cost of two timers for each caller; here it is one {@link TimeoutMono} wait for both. When the server grants fewer
 * connections than the pool may have, the callers wait for those there are. Thread-safe.
 */
public final class BoundedConnectionPool extends ConnectionPool {

    /** Until a caller that was refused a new connection queues up for those there are. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BoundedConnectionFactory factory;
    private final PoolTimes times;
    private final Mono<Connection> bounded;
    private final PoolTraits traits;

    private BoundedConnectionPool(
            BoundedConnectionFactory factory,
            ConnectionPoolConfiguration configuration,
            PoolTimes times,
            PoolTraits traits) {
        super(configuration);
        this.factory = factory;
        this.times = times;
        this.traits = traits;
        Duration limit = times.acquire();
        this.bounded = TimeoutMono.within(
                limit, patient(super.create()), new LateConnection(limit, R2dbcTimeoutException::new));
    }

    /**
     * Makes a pool of at most {@code size} connections of {@code factory}.
     *
     * @param settings what else the pool is told
     */
    public static BoundedConnectionPool of(
            ConnectionFactory factory,
            int size,
            PoolTimes times,
            PoolTraits traits,
            Consumer<PoolBuilder<Connection, ?>> settings) {
        OpenConnections open = new OpenConnections(size);
        BoundedConnectionFactory bounded = new BoundedConnectionFactory(factory, times.connect(), open);
        ConnectionPoolConfiguration configuration = ConnectionPoolConfiguration.builder(bounded)
                .initialSize(0)
                .maxSize(size)
                .acquireRetry(0)
                .backgroundEvictionInterval(times.eviction())
                .customizer(pool -> {
                    pool.allocationStrategy(open);
                    settings.accept(pool);
                })
                .build();
        return new BoundedConnectionPool(bounded, configuration, times, traits);
    }

    private static Mono<Connection> patient(Mono<Connection> acquired) {
        return acquired.onErrorResume(
                BoundedConnectionFactory::isRefusedForNumber,
                error -> Mono.delay(PAUSE).flatMap(tick -> patient(acquired)));
    }

    PoolTraits traits() {
        return traits;
    }

    @Override
    public Mono<Connection> create() {
        return bounded;
    }

    PoolTimes times() {
        return times;
    }

    OpenConnections open() {
        return factory.open();
    }

    /** Returns what opens the connections. */
    ConnectionFactory driver() {
        return factory.unwrap();
    }
}
