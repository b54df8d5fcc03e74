package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;

/**
 * The server of a connection, and why it was chosen. Immutable and thread-safe.
 *
 * @param name the name of the server, or null if it is not known
 * @param choice the reason
 */
public record ChosenServer(@Nullable String name, ServerChoice choice) {

    /** Returns {@code connection}, whose server was chosen for {@code choice}. */
    public static Connection chosen(Connection connection, ServerChoice choice) {
        return new Chosen(connection, choice);
    }

    /** Returns whether {@code connection} is one to a chosen replica. False for null. */
    public static boolean isReplica(@Nullable Connection connection) {
        ServerChoice choice =
                connection == null ? ServerChoice.PRIMARY : of(connection).choice();
        return choice == ServerChoice.REPLICA_KNOWN || choice == ServerChoice.REPLICA_CHECKED;
    }

    /** Returns what {@code connection} and the connections in it know. The outermost reason counts. */
    static ChosenServer of(Connection connection) {
        @Nullable ServerChoice choice = null;
        @Nullable Object inner = connection;
        while (inner != null && !(inner instanceof NamedServer.Named)) {
            if (choice == null && inner instanceof Chosen chosen) {
                choice = chosen.choice;
            }
            inner = next(inner);
        }
        return new ChosenServer(
                inner instanceof NamedServer.Named named ? named.server() : null,
                choice == null ? ServerChoice.PRIMARY : choice);
    }

    private static @Nullable Object next(Object connection) {
        if (connection instanceof CallersConnection callers) {
            return callers.pooled();
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap() : null;
    }

    /** A connection whose server was chosen among several. */
    private static final class Chosen extends DelegatingConnection {

        private final ServerChoice choice;

        Chosen(Connection connection, ServerChoice choice) {
            super(connection);
            this.choice = choice;
        }
    }
}
