package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A check constraint refused the row (SQLSTATE 23514). */
public final class CheckViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public CheckViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
