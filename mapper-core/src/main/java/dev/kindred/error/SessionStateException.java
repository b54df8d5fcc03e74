package dev.kindred.error;

/**
 * Raw SQL would change the session state of a pooled connection. Nothing was sent. The message names the alternative.
 */
public final class SessionStateException extends MapperException {

    private static final long serialVersionUID = 1L;

    public SessionStateException(String message) {
        super(message, null);
    }
}
