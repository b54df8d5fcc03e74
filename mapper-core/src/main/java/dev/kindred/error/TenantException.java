package dev.kindred.error;

/**
 * The tenant of an operation is missing, is not the tenant of an entity, or is not checked by the statement. No
 * statement was sent.
 */
public final class TenantException extends MapperException {

    private static final long serialVersionUID = 1L;

    public TenantException(String message) {
        super(message);
    }
}
