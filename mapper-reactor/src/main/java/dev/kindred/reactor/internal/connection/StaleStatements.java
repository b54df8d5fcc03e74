package dev.kindred.reactor.internal.connection;

import dev.kindred.error.ServerError;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the errors of stale prepared statements. Outside a transaction the driver prepares the statement again and
 * repeats it. Inside a transaction the server refuses the repetition too, since the transaction has failed, and the
 * driver reports only this second error. Has no state.
 */
public final class StaleStatements {

    private static final String FEATURE_NOT_SUPPORTED = "0A000";
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final String DUPLICATE_PREPARED_STATEMENT = "42P05";
    private static final String UNKNOWN_PREPARED_STATEMENT = "26000";
    private static final String IN_FAILED_TRANSACTION = "25P02";

    /** The functions of the server that report an unusable cached plan, up to version 9.1 and later. */
    private static final Set<String> ROUTINES = Set.of("RevalidateCachedPlan", "RevalidateCachedQuery");

    private static final String POOLER = " Behind a PgBouncer in transaction mode this happens without such a change;"
            + " Use Connections.builder(url).pgbouncer().";

    private StaleStatements() {}

    /** Returns whether the server refuses a statement because of its prepared form. */
    static boolean isStale(ErrorDetails details) {
        return switch (details.getCode()) {
            case UNKNOWN_PREPARED_STATEMENT, DUPLICATE_PREPARED_STATEMENT, PROTOCOL_VIOLATION -> true;
            case FEATURE_NOT_SUPPORTED ->
                details.getRoutine().map(ROUTINES::contains).orElse(false);
            default -> false;
        };
    }

    /** Returns whether {@code details} are a protocol error that did not end the connection. */
    static boolean isRefusal(ErrorDetails details) {
        return PROTOCOL_VIOLATION.equals(details.getCode()) && "ERROR".equals(details.getSeverityNonLocalized());
    }

    /** Returns the remedy for an error while a connection is opened, or an empty text. */
    static String atStart(PostgresqlException refusal) {
        return PROTOCOL_VIOLATION.equals(refusal.getErrorDetails().getCode())
                ? ". A PgBouncer refuses start-up parameters: use Connections.builder(url).pgbouncer(), and set"
                        + " ignore_startup_parameters = extra_float_digits in its configuration"
                : "";
    }

    static StaleStatementException refused(String where, ServerError error, @Nullable Throwable cause) {
        return new StaleStatementException(
                "The statement prepared on this connection is stale: a table has changed since, or the"
                        + " prepared statement is gone" + where + POOLER,
                error,
                cause);
    }

    /**
     * Returns the error to emit for the first error of a transaction. If the error says that the transaction has
     * already failed, the driver has hidden the stale statement that caused it.
     */
    public static StatementException first(StatementException refused) {
        return IN_FAILED_TRANSACTION.equals(refused.sqlState())
                ? new StaleStatementException(
                        "A table has changed since the statement was prepared on this connection, or the prepared"
                                + " statement is gone, so the transaction has failed (SQLSTATE 25P02). Repeat it,"
                                + " for instance with the retries of"
                                + " TransactionOptions. Statement: " + refused.sql() + POOLER,
                        refused.serverError(),
                        refused.getCause())
                : refused;
    }
}
