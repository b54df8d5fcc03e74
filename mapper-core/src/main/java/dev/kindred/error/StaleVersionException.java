package dev.kindred.error;

/** The row was changed or deleted since it was read: its version is another one now. Nothing was written. */
public final class StaleVersionException extends MapperException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException(String message) {
        super(message);
    }
}
