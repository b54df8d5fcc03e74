package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/**
 * Opens connections that know the name of their server. Thread-safe.
 *
 * @param name the host and the port, never the URL
 * @param factory opens connections to this server only
 */
public record NamedServer(String name, ConnectionFactory factory)
        implements ConnectionFactory, Wrapped<ConnectionFactory> {

    @Override
    public Mono<Connection> create() {
        return Mono.from(factory.create()).map(connection -> new Named(connection, name));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return factory;
    }

    /** The text of the factory may contain options of its URL. */
    @Override
    public String toString() {
        return "NamedServer[" + name + "]";
    }

    /** A connection to a server with a name. */
    static final class Named extends DelegatingConnection {

        private final String server;

        Named(Connection connection, String server) {
            super(connection);
            this.server = server;
        }

        String server() {
            return server;
        }
    }
}
