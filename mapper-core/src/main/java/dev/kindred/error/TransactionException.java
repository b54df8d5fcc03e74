package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction was rolled back, or can only be rolled back; the cause, when there is one, is the first thing that failed in it. Also the
 * error of an operation whose connection was supplied in a transaction of another user: that one is unchanged.
 */
public final class TransactionException extends MapperException {

    private static final long serialVersionUID = 1L;

    public TransactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
