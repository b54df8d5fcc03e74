package dev.kindred.error;

/** No connection could be had within the time allowed for it. */
public final class PoolTimeoutException extends MapperException {

    private static final long serialVersionUID = 1L;

    public PoolTimeoutException(String message) {
        super(message);
    }
}
