package dev.kindred.reactor.internal.connection;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * A pool whose callers wait a limited time for a connection. The pool has such a limit of its own, and another one for the check of a
 * connection, at the cost of two timers for each caller; here it is one {@link Bounded} wait for both. Thread-safe.
 */
public final class BoundedConnectionPool extends ConnectionPool {

    private final Mono<Connection> bounded;

    /** Makes a pool of {@code configuration}, which has no times for acquisition and validation, whose callers wait for {@code limit}. */
    public BoundedConnectionPool(ConnectionPoolConfiguration configuration, Duration limit) {
        super(configuration);
        this.bounded = Bounded.within(limit, super.create(), new Acquisition(limit));
    }

    @Override
    public Mono<Connection> create() {
        return bounded;
    }

    private record Acquisition(Duration limit) implements Bounded.Outcome<Connection> {

        @Override
        public Throwable expired() {
            return new R2dbcTimeoutException("No connection came free within " + limit);
        }

        @Override
        public void late(Connection connection) {
            Flux.from(connection.close()).onErrorComplete().subscribe(Operators.drainSubscriber());
        }
    }
}
