package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A lock could not be had at once, with NOWAIT, or within the lock_timeout of the server (SQLSTATE 55P03). */
public final class LockNotAvailableException extends StatementException {

    private static final long serialVersionUID = 1L;

    public LockNotAvailableException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
