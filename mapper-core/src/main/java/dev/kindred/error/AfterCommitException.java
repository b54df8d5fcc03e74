package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction is committed, and something that was to be done after its commit failed; the cause is the first failure. The work must
 * not be repeated.
 */
public final class AfterCommitException extends MapperException {

    private static final long serialVersionUID = 1L;

    public AfterCommitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
