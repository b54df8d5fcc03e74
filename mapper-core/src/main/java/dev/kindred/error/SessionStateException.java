package dev.kindred.error;

/** SQL of the user's would change the session of its connection, which others use afterwards. Nothing was sent. Says what to use instead. */
public final class SessionStateException extends MapperException {

    private static final long serialVersionUID = 1L;

    public SessionStateException(String message) {
        super(message, null);
    }
}
