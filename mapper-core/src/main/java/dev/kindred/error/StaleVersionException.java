package dev.kindred.error;

/** The row was updated or deleted since it was read, so its version differs. Nothing was written. */
public final class StaleVersionException extends MapperException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException(String message) {
        super(message);
    }
}
