package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * A row references a missing row, or is still referenced by another row (SQLSTATE 23503; since PostgreSQL 18, 23001 for
 * {@code RESTRICT}).
 */
public final class ForeignKeyViolationException extends StatementException {

    private static final long serialVersionUID = 1L;

    public ForeignKeyViolationException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
