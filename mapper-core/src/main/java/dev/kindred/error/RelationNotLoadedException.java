package dev.kindred.error;

/** A relation was accessed in a mode that forbids lazy loading. The message names the {@code preload} to add. */
public final class RelationNotLoadedException extends MapperException {

    private static final long serialVersionUID = 1L;

    public RelationNotLoadedException(String message) {
        super(message);
    }
}
