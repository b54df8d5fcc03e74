package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The database is unreachable, or the connection was lost. {@link #isRepeatable()} tells whether the work can be
 * repeated safely.
 */
public final class ConnectionException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final Effect effect;

    /** Creates an exception with {@link Effect#UNKNOWN}. */
    public ConnectionException(String message, @Nullable Throwable cause) {
        this(message, Effect.UNKNOWN, cause);
    }

    public ConnectionException(String message, Effect effect, @Nullable Throwable cause) {
        super(message, cause);
        this.effect = effect;
    }

    /**
     * Returns whether the failed work had no lasting effect: no connection was acquired, or the statement ran in a
     * transaction that the server rolls back. The write can then be repeated; after a lost transaction, repeat the
     * whole transaction.
     *
     * <p>False if a statement outside a transaction was sent and not answered, or if earlier chunks of the same call
     * are stored. In that case check the rows before writing again. A read can always be repeated.
     */
    public final boolean isRepeatable() {
        return effect == Effect.NONE;
    }

    /** The effect of the work before the connection was lost. */
    public enum Effect {
        /** No lasting effect. */
        NONE,
        /** Unknown: a statement was sent and not answered, or a part of the work is stored. */
        UNKNOWN
    }
}
