package dev.kindred.error;

/**
 * No pooled connection became available within the acquire timeout. Nothing was sent for the waiting statement or
 * transaction, so it can be repeated.
 */
public final class PoolTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public PoolTimeoutException(String message) {
        super(message);
    }
}
