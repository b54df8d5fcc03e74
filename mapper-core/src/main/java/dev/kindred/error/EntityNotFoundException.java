package dev.kindred.error;

/** A row that had to be there is not: {@code get} without a row, an update of a row that is gone. */
public final class EntityNotFoundException extends MapperException {

    private static final long serialVersionUID = 1L;

    public EntityNotFoundException(String message) {
        super(message);
    }
}
