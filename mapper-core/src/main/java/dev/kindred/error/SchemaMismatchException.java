package dev.kindred.error;

/** The database differs from the schema that the entities require. The message lists each finding and its remedy. */
public final class SchemaMismatchException extends MapperException {

    private static final long serialVersionUID = 1L;

    public SchemaMismatchException(String message) {
        super(message);
    }
}
