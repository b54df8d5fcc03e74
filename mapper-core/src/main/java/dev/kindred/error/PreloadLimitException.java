package dev.kindred.error;

/**
 * A preload of a relation to many rows read more rows than the mapper allows. The message names the relation, the limit
 * and the remedies. No list is shortened.
 */
public final class PreloadLimitException extends MapperException {

    private static final long serialVersionUID = 1L;

    public PreloadLimitException(String message) {
        super(message);
    }
}
