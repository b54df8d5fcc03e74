package dev.kindred.error;

/**
 * A statement exceeded its timeout and was cancelled on the server. A write outside a transaction may have completed
 * before the cancel arrived: check the rows before writing again.
 */
public final class StatementTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(String message) {
        super(message);
    }
}
