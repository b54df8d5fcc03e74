package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything the mapper throws. Its message says what failed, where, what was expected and what to do. It holds no bound
 * value and no text of the server, unless the mapper was told to expose them.
 */
public class MapperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MapperException(String message) {
        super(message);
    }

    public MapperException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
