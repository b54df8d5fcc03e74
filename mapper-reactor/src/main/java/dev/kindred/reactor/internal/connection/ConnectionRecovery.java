package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Brings a connection back on which nobody knows what still runs: cancels that on the server, ends whatever transaction is open with a
 * ROLLBACK sent as a statement (the driver's own method may send nothing), and waits for the answer. A connection that does not answer
 * in time is discarded. Thread-safe.
 */
public final class ConnectionRecovery {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** How long a connection may take to be given back or away; a pool does so at once. */
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    /** What DISCARD ALL does, without the prepared statements, which the driver goes on to use. */
    private static final String RESET = "CLOSE ALL; RESET SESSION AUTHORIZATION; RESET ALL; UNLISTEN *;"
            + " SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES";

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final @Nullable PoolTraits traits;

    /** Gives connections back to {@code source}. */
    public ConnectionRecovery(ConnectionSource source, SqlCommands commands) {
        this.source = source;
        this.traits = FactoryConnectionSource.traitsOrNull(source);
        this.commands = commands;
    }

    /**
     * Tells whether {@code connection}, which was just taken, is in a transaction that its user may still count on. Nothing must be sent on
     * such a connection. A pool has no such connections: nobody uses what it gives out.
     */
    public boolean isForeign(Connection connection) {
        if (source instanceof FactoryConnectionSource factory && factory.isPooled()) {
            return false;
        }
        try {
            return commands.isInTransaction(connection);
        } catch (ConnectionException e) {
            return false;
        }
    }

    /** Returns the error of a connection that {@link #isForeign}. */
    public static TransactionException foreignTransaction() {
        return new TransactionException(
                "The connection that the ConnectionSource or ConnectionFactory supplied is in a transaction already. The mapper sends"
                        + " nothing on it, so that transaction is unchanged. Supply connections that are in no transaction, and begin"
                        + " transactions with mapper.transactional(..).",
                null);
    }

    /** Gives {@code connection}, on which nothing runs, back when it can be as it was given, else away. Never fails. */
    public Mono<Void> release(Connection connection, ConnectionWear wear) {
        return cleaned(connection, wear).onErrorResume(error -> discard(connection));
    }

    /** Gives {@code connection}, to which nobody sends anything any more, back when it is proven clean, else away. Never fails. */
    Mono<Void> recover(Connection connection, ConnectionWear wear) {
        return recover(connection, rollback(connection), wear);
    }

    /**
     * Gives {@code connection} back when it is proven clean by {@code rollback}, else away. Never fails.
     *
     * @param rollback sends ROLLBACK behind everything that is still on its way to the connection
     */
    public Mono<Void> recover(Connection connection, Mono<Void> rollback, ConnectionWear wear) {
        return settle(connection, rollback, PATIENCE)
                .then(Mono.defer(() -> cleaned(connection, wear)))
                .onErrorResume(error -> discard(connection));
    }

    /** Sends ROLLBACK. */
    public Mono<Void> rollback(Connection connection) {
        return commands.run(connection, "ROLLBACK");
    }

    /** Cancels what runs on {@code connection}, then runs {@code commands}; an error when that is not done within {@code patience}. */
    public Mono<Void> settle(Connection connection, Mono<Void> commands, Duration patience) {
        return TimeoutMono.within(
                patience,
                Mono.defer(() -> cancelOnServer(connection)).then(commands),
                () -> new TimeoutException("Ending what runs on a connection took too long"));
    }

    /** Gives {@code connection} away. Never fails. */
    public Mono<Void> discard(Connection connection) {
        return bounded(() -> source.discard(connection)).onErrorComplete();
    }

    /** Prepared statements cannot be taken from the driver, so they go with the connection. */
    private Mono<Void> cleaned(Connection connection, ConnectionWear wear) {
        return Mono.defer(() -> {
            if (wear.isOutdated()) {
                renewed();
                return discard(connection);
            }
            return wear.isSoiled() ? reset(connection) : released(connection);
        });
    }

    /** A change of a table makes statements stale on every connection, and each would fail one transaction. */
    private void renewed() {
        if (traits != null) {
            traits.lifetime().renew();
        }
    }

    /**
     * A connection of unknown origin is closed: its session may have begun with settings that a reset would lose. Behind a pooler the
     * session is somebody else's by now.
     */
    private Mono<Void> reset(Connection connection) {
        if (traits == null) {
            return discard(connection);
        }
        return traits.behindPooler()
                ? released(connection)
                : TimeoutMono.within(
                                GIVING_BACK,
                                commands.run(connection, RESET),
                                () -> new TimeoutException("Resetting a session took too long"))
                        .then(released(connection));
    }

    private Mono<Void> released(Connection connection) {
        return bounded(() -> source.release(connection));
    }

    private static Mono<Void> bounded(Supplier<Mono<Void>> givingBack) {
        return TimeoutMono.within(
                GIVING_BACK,
                Mono.defer(givingBack),
                () -> new TimeoutException("Giving a connection back took too long"));
    }

    /** Completes when the server has closed the connection on which it was asked, which is after it has sent the signal. */
    private static Mono<Void> cancelOnServer(Connection connection) {
        @Nullable PostgresqlConnection postgres = DriverConnection.postgresOrNull(connection);
        return postgres == null ? Mono.empty() : postgres.cancelRequest();
    }
}
