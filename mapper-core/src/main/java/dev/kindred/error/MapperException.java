package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that the mapper throws. The message contains the failure, its place, the expectation and
 * the remedy. It contains no bound value and no server text, unless the mapper is configured to expose them.
 */
public class MapperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Precedes the SQL text, which is the last part of a message. */
    private static final String STATEMENT = " Statement: ";

    public MapperException(String message) {
        super(message);
    }

    public MapperException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the message without the SQL text, for example for a response or a log line. */
    public final String summary() {
        String message = String.valueOf(getMessage());
        int statement = message.indexOf(STATEMENT);
        return statement < 0 ? message : message.substring(0, statement);
    }
}
