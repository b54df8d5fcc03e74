package dev.kindred.error;

/**
 * A replacement of related rows would leave rows without their parent, and the policy of the call refuses this. Nothing
 * was changed.
 */
public final class OrphanedRowsException extends MapperException {

    private static final long serialVersionUID = 1L;

    public OrphanedRowsException(String message) {
        super(message);
    }
}
