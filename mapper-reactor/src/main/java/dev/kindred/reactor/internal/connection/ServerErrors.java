package dev.kindred.reactor.internal.connection;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.DataException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MapperException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.ServerError;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.util.Shown;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates errors of the driver and the server by SQLSTATE, never by text (PostgreSQL manual, appendix A). The
 * server's messages may contain values of rows or parameters, so they are omitted unless requested. Thread-safe.
 */
public final class ServerErrors {

    private static final String QUERY_CANCELLED = "57014";

    private final boolean exposeServerMessages;

    /** Omits the server's messages unless {@code exposeServerMessages}. */
    public ServerErrors(boolean exposeServerMessages) {
        this.exposeServerMessages = exposeServerMessages;
    }

    /** Returns the mapper's exception for an error of the statement {@code sql}. */
    public Throwable translate(Throwable error, String sql) {
        if (error instanceof MapperException) {
            return error;
        }
        if (error instanceof PostgresqlException failure && concernsStatement(failure.getErrorDetails())) {
            return refused(failure.getErrorDetails(), error, sql);
        }
        if (error instanceof R2dbcException) {
            return new ConnectionException(
                    "The connection was lost while a statement ran on it. Statement: " + Shown.sql(sql), shown(error));
        }
        return error;
    }

    /** Returns the errors of the statement {@code sql}: after a failure, and after {@code limit}. */
    public TimeoutMono.Outcome<Object> outcome(String sql, Duration limit) {
        return new TimeoutMono.Outcome<>() {
            @Override
            public Throwable expired() {
                return new StatementTimeoutException(
                        "The statement took longer than " + limit + " and was cancelled. Statement: " + Shown.sql(sql));
            }

            @Override
            public Throwable failed(Throwable error) {
                return translate(error, sql);
            }
        };
    }

    /** SQLSTATE classes 08 and 57P concern the connection or the server, not the statement. */
    private static boolean concernsStatement(ErrorDetails details) {
        return StaleStatements.isRefusal(details)
                || (!details.getCode().startsWith("08") && !details.getCode().startsWith("57P"));
    }

    private MapperException refused(ErrorDetails details, Throwable error, String sql) {
        ServerError server = new ServerError(
                details.getCode(),
                details.getTableName().orElse(null),
                details.getColumnName().orElse(null),
                details.getConstraintName().orElse(null),
                ErrorColumns.of(details),
                List.of(),
                null,
                sql);
        String where = where(server) + words(details) + " Statement: " + Shown.sql(sql);
        @Nullable Throwable cause = shown(error);
        if (QUERY_CANCELLED.equals(server.sqlState())) {
            return new StatementTimeoutException(
                    "The server cancelled the statement after its statement_timeout. Statement: " + Shown.sql(sql));
        }
        if (StaleStatements.isStale(details)) {
            return StaleStatements.refused(where, server, cause);
        }
        return switch (server.sqlState()) {
            case "23505" -> new UniqueViolationException("A row with this key already exists" + where, server, cause);
            case "23503", "23001" ->
                new ForeignKeyViolationException(
                        "The row references a missing row, or other rows reference it" + where, server, cause);
            case "23502" -> new NotNullViolationException("The column is not nullable" + where, server, cause);
            case "23514" -> new CheckViolationException("A check refused the row" + where, server, cause);
            case "55P03" -> new LockNotAvailableException("A lock was not available in time" + where, server, cause);
            default -> other(server, where, cause);
        };
    }

    private static StatementException other(ServerError server, String where, @Nullable Throwable cause) {
        return server.sqlState().startsWith("22")
                ? new DataException("A value does not fit its column or an expression" + where, server, cause)
                : new StatementException("The server refused the statement" + where, server, cause);
    }

    private static String where(ServerError server) {
        StringBuilder where = new StringBuilder(" (SQLSTATE ").append(server.sqlState());
        append(where, ", table ", server.table());
        append(where, ", column ", server.column());
        append(where, ", constraint ", server.constraint());
        if (server.column() == null && !server.columns().isEmpty()) {
            append(where, ", columns ", String.join(", ", server.columns()));
        }
        return where.append(").").toString();
    }

    private static void append(StringBuilder text, String label, @Nullable String name) {
        if (name != null) {
            text.append(label).append(name);
        }
    }

    private String words(ErrorDetails details) {
        return exposeServerMessages
                ? " The server says: " + details.getMessage()
                        + details.getDetail().map(detail -> ". " + detail).orElse("") + "."
                : "";
    }

    private @Nullable Throwable shown(Throwable error) {
        return exposeServerMessages ? error : null;
    }
}
