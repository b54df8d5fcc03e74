package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A row with the same key, or the same value of a unique index, is there already (SQLSTATE 23505). */
public final class UniqueViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public UniqueViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
