package dev.kindred.error;

/** A query for at most one row returned several rows. */
public final class NonUniqueResultException extends MapperException {

    private static final long serialVersionUID = 1L;

    public NonUniqueResultException(String message) {
        super(message);
    }
}
