package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;

/** The changes that an operation made to its session. They are only added. Thread-safe. */
public final class ConnectionWear {

    private static final String READ_ONLY_TRANSACTION = "25006";

    private volatile boolean soiled;
    private volatile boolean outdated;
    private volatile boolean writeRefused;

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
        if (error instanceof StatementException refused && READ_ONLY_TRANSACTION.equals(refused.sqlState())) {
            writeRefused = true;
        }
    }

    boolean isSoiled() {
        return soiled;
    }

    boolean isOutdated() {
        return outdated;
    }

    /** Returns whether the server refused a write because the transaction, or the whole server, is read-only. */
    boolean isWriteRefused() {
        return writeRefused;
    }
}
