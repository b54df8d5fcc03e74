package dev.kindred.error;

/** A cursor that a query was asked to go on from was changed, was made with another key, or belongs to another query. */
public final class InvalidCursorException extends MapperException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException(String message) {
        super(message);
    }
}
