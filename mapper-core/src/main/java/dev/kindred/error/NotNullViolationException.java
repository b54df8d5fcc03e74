package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A NOT NULL column received a null (SQLSTATE 23502). */
public final class NotNullViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public NotNullViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
