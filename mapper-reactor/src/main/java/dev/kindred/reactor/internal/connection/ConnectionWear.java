package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StaleStatementException;

/** What an operation leaves on its connection beside its transaction. It only grows. Thread-safe. */
public final class ConnectionWear {

    private volatile boolean soiled;
    private volatile boolean outdated;

    /** A statement ran that may have changed the session. */
    public void soil() {
        soiled = true;
    }

    /** Looks at an error of a statement: after a stale one all prepared statements of the connection are suspect. */
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
