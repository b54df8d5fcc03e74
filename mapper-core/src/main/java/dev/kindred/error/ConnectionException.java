package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached, or the connection was lost. {@link #isRepeatable()} tells whether what was to be done can be done again
 * without being done twice.
 */
public final class ConnectionException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final Effect effect;

    /** Makes an exception whose effect is {@link Effect#UNKNOWN}. */
    public ConnectionException(String message, @Nullable Throwable cause) {
        this(message, Effect.UNKNOWN, cause);
    }

    public ConnectionException(String message, Effect effect, @Nullable Throwable cause) {
        super(message, cause);
        this.effect = effect;
    }

    /**
     * Tells whether nothing was done and kept: no connection was taken, or the statement ran in a transaction that the server rolls back. A
     * write can then be repeated; after the loss of a transaction, the whole transaction. False when a statement was sent outside a
     * transaction and not answered, or when earlier chunks of the same call are stored: look at the rows before writing again. A read can
     * be repeated in any case.
     */
    public final boolean isRepeatable() {
        return effect == Effect.NONE;
    }

    /** What was done before the connection was lost. */
    public enum Effect {
        /** Nothing that is kept. */
        NONE,
        /** Nobody knows: a statement was sent and not answered, or a part of the work is stored. */
        UNKNOWN
    }
}
