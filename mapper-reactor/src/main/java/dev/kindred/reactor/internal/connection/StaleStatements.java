package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ServerError;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells that the server refuses a statement because of how it was prepared. The driver prepares it again and repeats it, which heals
 * outside a transaction. Inside one the server refuses the repetition too, since the transaction has failed, and only that second error
 * comes out of the driver. Has no state.
 */
public final class StaleStatements {

    private static final String FEATURE_NOT_SUPPORTED = "0A000";
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final String DUPLICATE_PREPARED_STATEMENT = "42P05";
    private static final String UNKNOWN_PREPARED_STATEMENT = "26000";
    private static final String IN_FAILED_TRANSACTION = "25P02";

    /** The function of the server that finds a cached plan unusable, up to version 9.1 and since. */
    private static final Set<String> ROUTINES = Set.of("RevalidateCachedPlan", "RevalidateCachedQuery");

    private static final String POOLER = " Behind a PgBouncer in transaction mode this happens without such a change;"
            + " Connections.builder(url).pgbouncer() is for that.";

    private StaleStatements() {}

    /** Tells whether the server refuses a statement because of how it was prepared. */
    static boolean isStale(ErrorDetails details) {
        return switch (details.getCode()) {
            case UNKNOWN_PREPARED_STATEMENT, DUPLICATE_PREPARED_STATEMENT, PROTOCOL_VIOLATION -> true;
            case FEATURE_NOT_SUPPORTED ->
                details.getRoutine().map(ROUTINES::contains).orElse(false);
            default -> false;
        };
    }

    /** Tells whether {@code details} are those of a protocol error that has not ended the connection. */
    static boolean isRefusal(ErrorDetails details) {
        return PROTOCOL_VIOLATION.equals(details.getCode()) && "ERROR".equals(details.getSeverityNonLocalized());
    }

    /** Returns what to do about an error of a connection that begins, or an empty text. */
    static String atStart(PostgresqlException refusal) {
        return PROTOCOL_VIOLATION.equals(refusal.getErrorDetails().getCode())
                ? ". A PgBouncer refuses start-up parameters: use Connections.builder(url).pgbouncer(), and set"
                        + " ignore_startup_parameters = extra_float_digits in its configuration"
                : "";
    }

    static StaleStatementException refused(String where, ServerError error, @Nullable Throwable cause) {
        return new StaleStatementException(
                "The server does not know the statement as it was prepared on this connection: a table has changed since, or the"
                        + " prepared statement is gone" + where + POOLER,
                error,
                cause);
    }

    /**
     * Returns what is to be said of the first error in a transaction. When it says that the transaction has failed already, the failure is
     * the one that the driver has kept to itself.
     */
    public static StatementException first(StatementException refused) {
        return IN_FAILED_TRANSACTION.equals(refused.sqlState())
                ? new StaleStatementException(
                        "A table has changed since the statement was prepared on this connection, or the prepared statement is gone,"
                                + " so the transaction has failed (SQLSTATE 25P02). Repeat it, for instance with the retries of"
                                + " TransactionOptions. Statement: " + refused.sql() + POOLER,
                        refused.serverError(),
                        refused.getCause())
                : refused;
    }
}
