package dev.kindred.reactor.internal.connection;

import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the connections of one pool, each within a time limit. Thread-safe. */
final class BoundedConnectionFactory implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final ConnectionFactory factory;
    private final Duration limit;
    private final OpenConnections open;

    BoundedConnectionFactory(ConnectionFactory factory, Duration limit, OpenConnections open) {
        this.factory = factory;
        this.limit = limit;
        this.open = open;
    }

    /**
     * Returns whether the server refused a connection because the server, the database or the role has reached its
     * limit.
     */
    static boolean isRefusedForNumber(Throwable error) {
        @Nullable PostgresqlException refusal = ConnectErrors.refusal(error);
        return refusal != null
                && TOO_MANY_CONNECTIONS.equals(refusal.getErrorDetails().getCode());
    }

    /** Closes a connection that arrives after the time limit. */
    @Override
    public Mono<Connection> create() {
        Mono<Connection> creation = Mono.defer(() -> Mono.fromDirect(factory.create()));
        LateConnection late = new LateConnection(limit, message -> ConnectErrors.notConnected(tooLong(), null));
        Mono<Connection> bounded = TimeoutMono.within(limit, creation, late).doOnError(this::failed);
        return Mono.defer(() -> {
            open.begin();
            return bounded.doFinally(signal -> open.end());
        });
    }

    private void failed(Throwable error) {
        if (isRefusedForNumber(error)) {
            open.refused();
        }
    }

    private String tooLong() {
        return "Opening a connection to the database took longer than " + limit
                + ". Check that the server answers and is not overloaded, or raise connectTimeout.";
    }

    OpenConnections open() {
        return open;
    }

    Duration limit() {
        return limit;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return factory;
    }
}
