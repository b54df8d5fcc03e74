package dev.kindred.error;

/**
 * No connection of the pool came free within the time allowed for it. Nothing was sent for the statement or transaction that waited, so it
 * can be repeated.
 */
public final class PoolTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public PoolTimeoutException(String message) {
        super(message);
    }
}
