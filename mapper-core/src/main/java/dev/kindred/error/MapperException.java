package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything the mapper throws. Its message says what failed, where, what was expected and what to do. It holds no bound
 * value and no text of the server, unless the mapper was told to expose them.
 */
public class MapperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Precedes the text of a statement, which is the last part of a message. */
    private static final String STATEMENT = " Statement: ";

    public MapperException(String message) {
        super(message);
    }

    public MapperException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the message without the text of the statement, for an answer or a line of a log. */
    public final String summary() {
        String message = String.valueOf(getMessage());
        int statement = message.indexOf(STATEMENT);
        return statement < 0 ? message : message.substring(0, statement);
    }
}
