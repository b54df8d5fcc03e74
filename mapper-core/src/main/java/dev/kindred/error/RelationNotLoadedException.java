package dev.kindred.error;

/** A relation was asked for in a mode that forbids loading; the message names the {@code preload} to add. */
public final class RelationNotLoadedException extends MapperException {

    private static final long serialVersionUID = 1L;

    public RelationNotLoadedException(String message) {
        super(message);
    }
}
