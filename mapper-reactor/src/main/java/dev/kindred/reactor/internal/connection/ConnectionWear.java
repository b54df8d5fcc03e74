package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StaleStatementException;

/** The changes that an operation made to its session. They are only added. Thread-safe. */
public final class ConnectionWear {

    private volatile boolean soiled;
    private volatile boolean outdated;

    /** Records a statement that may have changed the session. */
    public void soil() {
        soiled = true;
    }

    /**
     * Records an error of a statement. After a stale statement all prepared statements of the connection may be stale.
     */
    public void see(Throwable error) {
        if (error instanceof StaleStatementException) {
            outdated = true;
        }
    }

    boolean isSoiled() {
        return soiled;
    }

    boolean isOutdated() {
        return outdated;
    }
}
