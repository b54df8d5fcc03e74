package dev.kindred.error;

/** A statement did not end within its time. It was cancelled on the server as well. */
public final class StatementTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(String message) {
        super(message);
    }
}
