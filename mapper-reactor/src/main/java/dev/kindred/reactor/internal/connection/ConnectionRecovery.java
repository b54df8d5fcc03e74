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
 * Recovers a connection in an unknown state: cancels the running statement on the server, ends an open transaction with
 * a ROLLBACK sent as a statement (the method of the driver may send nothing), and waits for the answer. A connection
 * that does not answer in time is discarded. Thread-safe.
 */
public final class ConnectionRecovery {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** The time limit for returning or discarding a connection. A pool needs almost none. */
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    /** DISCARD ALL without the prepared statements, which the driver keeps using. */
    private static final String RESET = "CLOSE ALL; RESET SESSION AUTHORIZATION; RESET ALL; UNLISTEN *;"
            + " SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES";

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final @Nullable PoolTraits traits;

    /** Returns connections to {@code source}. */
    public ConnectionRecovery(ConnectionSource source, SqlCommands commands) {
        this.source = source;
        this.traits = FactoryConnectionSource.traitsOrNull(source);
        this.commands = commands;
    }

    /**
     * Returns whether {@code connection}, which was just acquired, is in a transaction of its supplier. Nothing may be
     * sent on such a connection. Connections of a pool have no such transaction: an acquired one has a single user.
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
                "The connection that the ConnectionSource or ConnectionFactory supplied is in a transaction"
                        + " already. The mapper sends nothing on it, so that transaction is unchanged. Supply"
                        + " connections that are in no transaction, and begin transactions with"
                        + " mapper.transactional(..).",
                null);
    }

    /**
     * Returns {@code connection}, which runs no statement, if its session is unchanged or was reset. Discards it
     * otherwise. Never fails.
     */
    public Mono<Void> release(Connection connection, ConnectionWear wear) {
        return cleaned(connection, wear).onErrorResume(error -> discard(connection));
    }

    /**
     * Returns {@code connection}, to which no further statement is sent, if it is proven clean. Discards it otherwise.
     * Never fails.
     */
    Mono<Void> recover(Connection connection, ConnectionWear wear) {
        return recover(connection, rollback(connection), wear);
    }

    /**
     * Returns {@code connection} if {@code rollback} proves it clean. Discards it otherwise. Never fails.
     *
     * @param rollback sends ROLLBACK after all pending statements of the connection
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

    /**
     * Cancels the running statement of {@code connection}, then runs {@code commands}. An error if this takes longer
     * than {@code patience}.
     */
    public Mono<Void> settle(Connection connection, Mono<Void> commands, Duration patience) {
        return TimeoutMono.within(
                patience,
                Mono.defer(() -> cancelOnServer(connection)).then(commands),
                () -> new TimeoutException("Cancelling the statement of a connection took too long"));
    }

    /** Discards {@code connection}. Never fails. */
    public Mono<Void> discard(Connection connection) {
        return bounded(() -> source.discard(connection)).onErrorComplete();
    }

    /** The driver cannot forget its prepared statements, so the connection is discarded. */
    private Mono<Void> cleaned(Connection connection, ConnectionWear wear) {
        return Mono.defer(() -> {
            if (wear.isOutdated()) {
                renewed();
                return discard(connection);
            }
            return wear.isWriteRefused() ? ofWritableServer(connection, wear) : unchanged(connection, wear);
        });
    }

    /**
     * A server that became a standby refuses every write. The other connections of the pool lead to the same server. A
     * read-only transaction on a primary refuses writes with the same SQLSTATE.
     */
    private Mono<Void> ofWritableServer(Connection connection, ConnectionWear wear) {
        if (traits == null) {
            return unchanged(connection, wear);
        }
        return commands.isStandby(connection).flatMap(isStandby -> {
            if (isStandby) {
                renewed();
                return discard(connection);
            }
            return unchanged(connection, wear);
        });
    }

    private Mono<Void> unchanged(Connection connection, ConnectionWear wear) {
        return wear.isSoiled() ? reset(connection) : released(connection);
    }

    /** A changed table makes statements stale on every connection. Each connection would fail one transaction. */
    private void renewed() {
        if (traits != null) {
            traits.lifetime().renew();
        }
    }

    /**
     * A connection of unknown origin is closed: a reset could lose initial settings of its session. Behind a pooler the
     * session may already belong to another client.
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
                () -> new TimeoutException("Returning a connection took too long"));
    }

    /**
     * Completes when the server has closed the connection of the cancel request, which it does after it sent the
     * signal.
     */
    private static Mono<Void> cancelOnServer(Connection connection) {
        @Nullable PostgresqlConnection postgres = DriverConnection.postgresOrNull(connection);
        return postgres == null ? Mono.empty() : postgres.cancelRequest();
    }
}
