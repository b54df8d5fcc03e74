package dev.kindred.error;

/** The database differs from what the entities need. The message lists every finding with its remedy. */
public final class SchemaMismatchException extends MapperException {

    private static final long serialVersionUID = 1L;

    public SchemaMismatchException(String message) {
        super(message);
    }
}
