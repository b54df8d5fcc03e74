package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** The database could not be reached, or the connection was lost. What ran on it outside a transaction may have been done or not. */
public final class ConnectionException extends MapperException {

    private static final long serialVersionUID = 1L;

    public ConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
