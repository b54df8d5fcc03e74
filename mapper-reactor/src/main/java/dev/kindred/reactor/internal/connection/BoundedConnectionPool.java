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
 * A pool with a time limit for its callers. The limits of the pool itself need two timers for each caller. One
 * {@link TimeoutMono} replaces both. If the server grants fewer connections than the size of the pool, callers wait for
 * the open connections. Thread-safe.
 */
public final class BoundedConnectionPool extends ConnectionPool {

    /** The delay before a caller that was refused a new connection waits for an open one. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BoundedConnectionFactory factory;
    private final PoolTimes times;
    private final Mono<Connection> bounded;
    private final Mono<Connection> handed;
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
        Mono<Connection> acquired = TimeoutMono.within(
                limit, patient(super.create()), new LateConnection(limit, R2dbcTimeoutException::new));
        this.bounded = times.listener() == null ? acquired : AcquireTimer.timed(acquired, times.listener());
        int size = getMetrics().orElseThrow().getMaxAllocatedSize();
        this.handed = new HandedConnection(LiveConnections.of(bounded, size + 1));
    }

    /**
     * Creates a pool of at most {@code size} connections of {@code factory}.
     *
     * @param settings further settings of the pool
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

    /** Returns connections that return themselves if their caller is cancelled before it has begun a transaction. */
    @Override
    public Mono<Connection> create() {
        return handed;
    }

    /** Returns connections for the mapper, which recovers them itself. */
    Mono<Connection> acquire() {
        return bounded;
    }

    PoolTimes times() {
        return times;
    }

    OpenConnections open() {
        return factory.open();
    }

    /** Returns the factory of the connections. */
    ConnectionFactory driver() {
        return factory.unwrap();
    }
}
