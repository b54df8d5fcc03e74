package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction is committed, but a callback after the commit failed. The cause is the first failure. Do not repeat
 * the transaction.
 */
public final class AfterCommitException extends MapperException {

    private static final long serialVersionUID = 1L;

    public AfterCommitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
