package dev.kindred.error;

/**
 * A statement did not end within its time. It was cancelled on the server as well. When it wrote outside a transaction, it may have ended
 * before the cancel arrived: look at the rows before writing again.
 */
public final class StatementTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(String message) {
        super(message);
    }
}
