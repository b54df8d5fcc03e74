package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction was rolled back, or is marked rollback-only. The cause, if present, is the first failure in it.
 *
 * <p>Also thrown if a supplied connection already has a transaction of another user. That transaction is unchanged.
 */
public final class TransactionException extends MapperException {

    private static final long serialVersionUID = 1L;

    public TransactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
