package dev.kindred.reactor.internal.connection;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.ConnectionException.Effect;
import dev.kindred.error.DataException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MappingException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.util.Checks;

/**
 * Copies the error of a statement for each caller that it served. Callers may add to the stack trace and to the
 * suppressed exceptions of their error. Thread-safe: it has no state.
 */
public final class ErrorCopies {

    private ErrorCopies() {}

    /** Returns a copy of {@code error}, or {@code error} itself if its class is not one of a read of Kindred. */
    public static Throwable of(Throwable error) {
        if (error instanceof StatementException refused) {
            return ofRefused(refused);
        }
        if (error instanceof ConnectionException lost) {
            return new ConnectionException(
                    message(lost), lost.isRepeatable() ? Effect.NONE : Effect.UNKNOWN, lost.getCause());
        }
        if (error instanceof StatementTimeoutException) {
            return new StatementTimeoutException(message(error));
        }
        if (error instanceof PoolTimeoutException) {
            return new PoolTimeoutException(message(error));
        }
        return error.getClass() == MappingException.class
                ? new MappingException(message(error), error.getCause())
                : error;
    }

    private static Throwable ofRefused(StatementException error) {
        String message = message(error);
        if (error instanceof DataException) {
            return new DataException(message, error.serverError(), error.getCause());
        }
        if (error instanceof LockNotAvailableException) {
            return new LockNotAvailableException(message, error.serverError(), error.getCause());
        }
        if (error instanceof StaleStatementException) {
            return new StaleStatementException(message, error.serverError(), error.getCause());
        }
        if (error instanceof UniqueViolationException) {
            return new UniqueViolationException(message, error.serverError(), error.getCause());
        }
        if (error instanceof ForeignKeyViolationException) {
            return new ForeignKeyViolationException(message, error.serverError(), error.getCause());
        }
        if (error instanceof NotNullViolationException) {
            return new NotNullViolationException(message, error.serverError(), error.getCause());
        }
        if (error instanceof CheckViolationException) {
            return new CheckViolationException(message, error.serverError(), error.getCause());
        }
        return error.getClass() == StatementException.class
                ? new StatementException(message, error.serverError(), error.getCause())
                : error;
    }

    private static String message(Throwable error) {
        return Checks.notNull(error.getMessage(), "message");
    }
}
