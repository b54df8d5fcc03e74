package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost between sending COMMIT and its answer, so the transaction is either committed as a whole or rolled back as a
 * whole, and only a later look at the database tells which. It is never retried by the mapper.
 */
public final class TransactionOutcomeUnknownException extends MapperException {

    private static final long serialVersionUID = 1L;

    public TransactionOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
