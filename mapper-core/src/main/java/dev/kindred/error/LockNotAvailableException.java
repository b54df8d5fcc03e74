package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A row lock was not available: immediately with NOWAIT, or within the server's lock_timeout (SQLSTATE 55P03). */
public final class LockNotAvailableException extends StatementException {

    private static final long serialVersionUID = 1L;

    public LockNotAvailableException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
