package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The server no longer takes a statement as it was prepared on this connection: a table has changed since, or the prepared statement is
 * gone. The statement had no effect. The transaction is rolled back and can be repeated: the retries of a transaction do so. The connection
 * is closed, so that it fails no second transaction.
 */
public final class StaleStatementException extends StatementException {

    private static final long serialVersionUID = 1L;

    public StaleStatementException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
