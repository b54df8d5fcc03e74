package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Brings a connection back on which nobody knows what still runs: cancels that on the server, ends whatever transaction is open with a
 * ROLLBACK sent as a statement (the driver's own method may send nothing), and waits for the answer. A connection that does not answer
 * in time is discarded. Thread-safe.
 */
public final class ConnectionRecovery {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final ConnectionSource source;
    private final SqlCommands commands;

    /** Gives connections back to {@code source}. */
    public ConnectionRecovery(ConnectionSource source, SqlCommands commands) {
        this.source = source;
        this.commands = commands;
    }

    /** Gives {@code connection} back, as it is, or away. Never fails. */
    public Mono<Void> release(Connection connection) {
        return Mono.defer(() -> source.release(connection)).onErrorResume(error -> source.discard(connection));
    }

    /** Gives {@code connection} back when it is proven clean, else away. Never fails. */
    public Mono<Void> recover(Connection connection) {
        return cancelOnServer(connection)
                .then(commands.run(connection, "ROLLBACK"))
                .timeout(PATIENCE)
                .then(Mono.defer(() -> source.release(connection)))
                .onErrorResume(error -> source.discard(connection));
    }

    /** Gives {@code connection} away. Never fails. */
    public Mono<Void> discard(Connection connection) {
        return source.discard(connection).onErrorComplete();
    }

    /** Completes when the server has closed the connection on which it was asked, which is after it has sent the signal. */
    private static Mono<Void> cancelOnServer(Connection connection) {
        @Nullable PostgresqlConnection postgres = DriverConnection.postgresOrNull(connection);
        return postgres == null ? Mono.empty() : postgres.cancelRequest();
    }
}
