package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A pool whose callers wait a limited time for a connection. The pool has such a limit of its own, and another one for the check of a
 * connection, at the cost of two timers for each caller; here it is one {@link Bounded} wait for both. Thread-safe.
 */
public final class BoundedConnectionPool extends ConnectionPool {

    private final Mono<Connection> bounded;
    private final PoolTraits traits;

    /** Makes a pool of {@code configuration}, which has no times for acquisition and validation, whose callers wait for {@code limit}. */
    public BoundedConnectionPool(ConnectionPoolConfiguration configuration, Duration limit, PoolTraits traits) {
        super(configuration);
        this.traits = traits;
        this.bounded = Bounded.within(limit, super.create(), new LateConnection(limit, R2dbcTimeoutException::new));
    }

    PoolTraits traits() {
        return traits;
    }

    @Override
    public Mono<Connection> create() {
        return bounded;
    }
}
