package dev.kindred.error;

/** A query that may have one row has several. */
public final class NonUniqueResultException extends MapperException {

    private static final long serialVersionUID = 1L;

    public NonUniqueResultException(String message) {
        super(message);
    }
}
