package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * A prepared statement of this connection is no longer valid: a table has changed since, or the prepared statement no
 * longer exists. The statement had no effect.
 *
 * <p>The transaction is rolled back and can be repeated; transaction retries do so. The connection is closed, so that
 * no other transaction fails on it.
 */
public final class StaleStatementException extends StatementException {

    private static final long serialVersionUID = 1L;

    public StaleStatementException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
