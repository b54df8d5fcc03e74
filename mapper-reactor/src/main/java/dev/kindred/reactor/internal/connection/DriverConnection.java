package dev.kindred.reactor.internal.connection;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Access to the driver's connection inside the wrappers of pools and proxies. */
public final class DriverConnection {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private DriverConnection() {}

    /** Returns the innermost connection. */
    static Connection of(Connection connection) {
        Connection inner = connection;
        while (inner instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection unwrapped) {
            inner = unwrapped;
        }
        return inner;
    }

    /** Returns how often the caller of a pooled connection has rolled back to a savepoint, as far as it is known. */
    public static int savepointRollbacks(Connection connection) {
        return connection instanceof CallersConnection callers ? callers.savepointRollbacks() : 0;
    }

    /** Closes the innermost connection. A pool drops a connection that is closed on return. Errors are ignored. */
    static Mono<Void> closed(Connection connection) {
        return TimeoutMono.within(
                        CLOSE_TIMEOUT,
                        Mono.<Void>defer(() -> Mono.from(of(connection).close())),
                        () -> new TimeoutException("Closing a connection took too long"))
                .onErrorComplete();
    }

    /** Closes the connection of the driver and returns it to its pool, which drops it. Errors are ignored. */
    public static Mono<Void> discarded(Connection connection) {
        return closed(connection)
                .then(Mono.defer(() -> Mono.from(connection.close())))
                .onErrorComplete();
    }

    /**
     * Returns whether {@code connection} is known to be outside a transaction. A closed pooled connection throws, and
     * is too.
     */
    public static boolean isIdle(Connection connection) {
        try {
            return connection.isAutoCommit();
        } catch (R2dbcException unknown) {
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    /** Returns the innermost connection if it is one of the PostgreSQL driver, else null. */
    public static @Nullable PostgresqlConnection postgresOrNull(Connection connection) {
        return of(connection) instanceof PostgresqlConnection postgres ? postgres : null;
    }
}
