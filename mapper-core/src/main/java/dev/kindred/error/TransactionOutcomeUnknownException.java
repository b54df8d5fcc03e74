package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost after COMMIT was sent and before it was answered. The transaction is either committed as a
 * whole or rolled back as a whole; check the database to find out which. The mapper never retries it.
 */
public final class TransactionOutcomeUnknownException extends MapperException {

    private static final long serialVersionUID = 1L;

    public TransactionOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
