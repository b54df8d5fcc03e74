package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A row points at one that is not there, or is pointed at by one that stays (SQLSTATE 23503). */
public final class ForeignKeyViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public ForeignKeyViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
