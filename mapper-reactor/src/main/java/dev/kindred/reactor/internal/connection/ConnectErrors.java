package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.ConnectionException.Effect;
import dev.kindred.error.MapperException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.AmbientTransaction;
import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Translates the errors of opening a connection. No statement was sent. The server's message about a login may contain
 * names, so it is omitted unless requested. Thread-safe.
 */
public final class ConnectErrors {

    private static final int CAUSES = 10;

    private final boolean exposeServerMessages;

    /** Omits the server's messages unless {@code exposeServerMessages}. */
    public ConnectErrors(boolean exposeServerMessages) {
        this.exposeServerMessages = exposeServerMessages;
    }

    /** Returns the mapper's exception for {@code error}, which prevented a connection. */
    public Throwable unreachable(Throwable error) {
        if (error instanceof ConnectionException named) {
            boolean isShown = exposeServerMessages || named.getSuppressed().length == 0;
            return named.isRepeatable() && isShown ? named : notConnected(named.getMessage(), named.getCause());
        }
        if (error instanceof MapperException) {
            return error;
        }
        @Nullable PostgresqlException refusal = refusal(error);
        if (refusal == null || exposeServerMessages) {
            String remedy = refusal == null ? "" : StaleStatements.atStart(refusal);
            return notConnected("No connection to the database: " + error.getMessage() + remedy, error);
        }
        String sqlState = refusal.getErrorDetails().getCode();
        return notConnected(
                "The server refused a connection (SQLSTATE " + sqlState + ")" + StaleStatements.atStart(refusal) + ". "
                        + remedy(sqlState),
                null);
    }

    /** Returns {@code lookup} with its errors translated. Returns {@code Mono.empty()} unchanged: it costs nothing. */
    static Mono<AmbientTransaction> ofLookup(Mono<AmbientTransaction> lookup) {
        return lookup == Mono.<AmbientTransaction>empty()
                ? lookup
                : lookup.onErrorMap(
                        error -> !(error instanceof MapperException),
                        error -> new TransactionException(
                                "The lookup of the transaction in the Context failed. Nothing was sent. See the cause.",
                                error));
    }

    /** Returns the error of a source that completes without a connection. */
    static ConnectionException missing() {
        return notConnected("The connection source completed without a connection", null);
    }

    /**
     * Returns the error after no server of a list was usable. The errors of the servers are suppressed in it, and are
     * omitted later unless requested.
     *
     * @param message has no text of a server
     */
    public static ConnectionException unusable(String message, List<Throwable> errors) {
        ConnectionException unusable = notConnected(message, null);
        errors.forEach(unusable::addSuppressed);
        return unusable;
    }

    /** Returns the error of a connection that was not opened. */
    public static ConnectionException notConnected(@Nullable String message, @Nullable Throwable cause) {
        return new ConnectionException(String.valueOf(message), Effect.NONE, cause);
    }

    /**
     * Returns the error of the server. The driver may hold it in a cause, or with several hosts in a suppressed
     * exception.
     */
    public static @Nullable PostgresqlException refusal(Throwable error) {
        return refusal(error, CAUSES);
    }

    private static @Nullable PostgresqlException refusal(@Nullable Throwable error, int depth) {
        if (error == null || depth == 0) {
            return null;
        }
        if (error instanceof PostgresqlException refusal) {
            return refusal;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            @Nullable PostgresqlException found = refusal(suppressed, depth - 1);
            if (found != null) {
                return found;
            }
        }
        return refusal(error.getCause(), depth - 1);
    }

    private static String remedy(String sqlState) {
        return switch (sqlState) {
            case "28P01" -> "Check user and password.";
            case "28000" -> "Check the user, and whether pg_hba.conf of the server admits it from here.";
            case "3D000" -> "Check the name of the database.";
            case "53300" ->
                "All connections of the server, the database or the role are in use. Make the pools"
                        + " smaller, or raise the limit.";
            case "57P03" -> "The server is starting or stopping. Try again.";
            default -> "See the log of the server, or build the mapper with exposeServerMessages().";
        };
    }
}
