package dev.kindred.reactor.internal.connection;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;

/** The driver's connection behind those that pools and proxies put around it. */
public final class DriverConnection {

    private DriverConnection() {}

    /** Returns the innermost connection. */
    static Connection of(Connection connection) {
        Connection inner = connection;
        while (inner instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection unwrapped) {
            inner = unwrapped;
        }
        return inner;
    }

    /** Returns the innermost connection when it is the driver's for PostgreSQL, else null. */
    public static @Nullable PostgresqlConnection postgresOrNull(Connection connection) {
        return of(connection) instanceof PostgresqlConnection postgres ? postgres : null;
    }
}
