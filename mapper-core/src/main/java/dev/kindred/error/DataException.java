package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * A value does not fit its column or an expression, for example a number out of range or a text that is too long
 * (SQLSTATE class 22).
 */
public final class DataException extends StatementException {

    private static final long serialVersionUID = 1L;

    public DataException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, error, cause);
    }
}
