package dev.kindred.error;

/** A relation cannot be resolved: its key was not selected, or is null where a value is required. */
public final class RelationKeyMissingException extends MapperException {

    private static final long serialVersionUID = 1L;

    public RelationKeyMissingException(String message) {
        super(message);
    }
}
