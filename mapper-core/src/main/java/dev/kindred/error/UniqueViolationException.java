package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A row with the same primary key or unique index value already exists (SQLSTATE 23505). */
public final class UniqueViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public UniqueViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
