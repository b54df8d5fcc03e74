package dev.kindred.error;

/** A cursor is invalid: it was modified, was signed with another key, or belongs to another query. */
public final class InvalidCursorException extends MapperException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException(String message) {
        super(message);
    }
}
