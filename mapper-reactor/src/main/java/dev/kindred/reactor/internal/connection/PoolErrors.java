package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MapperException;
import dev.kindred.error.PoolTimeoutException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Creates the errors of callers without a connection, with the state of the pool. Thread-safe: it has no state. */
final class PoolErrors {

    private PoolErrors() {}

    /** Returns the error of a caller that {@code factory} refuses to queue. */
    static MapperException tooManyWait(ConnectionFactory factory) {
        return new PoolTimeoutException("Too many callers already wait for a connection" + state(factory)
                + ". Raise the size of the pool, or admit less work at once.");
    }

    /** Returns the error of a caller that waited for the acquire timeout of {@code factory}. */
    static MapperException expired(ConnectionFactory factory) {
        if (factory instanceof BoundedConnectionPool pool && pool.open().isLimitedByServer()) {
            return new PoolTimeoutException("No connection became free in time" + state(factory)
                    + ", and the server grants no more (SQLSTATE 53300). Raise the connection limit of the role,"
                    + " the database or the server, make the pools smaller, or look for work that holds a"
                    + " connection for long.");
        }
        if (isOpening(factory)) {
            return ConnectErrors.notConnected(
                    "Opening a connection to the database took longer than the acquire timeout" + state(factory)
                            + ". Check that the server answers and is not overloaded, or raise the connect"
                            + " timeout and the acquire timeout.",
                    null);
        }
        return new PoolTimeoutException("No connection became free in time" + state(factory)
                + ". Raise the size of the pool or its acquire timeout, or look for work that holds a"
                + " connection for long.");
    }

    /**
     * Returns whether the size of the pool is not the limit: connections are being opened, or fewer are in use than the
     * size.
     */
    private static boolean isOpening(ConnectionFactory factory) {
        @Nullable PoolMetrics metrics = metrics(factory);
        return opening(factory) > 0 || (metrics != null && metrics.acquiredSize() < metrics.getMaxAllocatedSize());
    }

    private static int opening(ConnectionFactory factory) {
        return factory instanceof BoundedConnectionPool pool ? pool.open().opening() : 0;
    }

    private static String state(ConnectionFactory factory) {
        @Nullable PoolMetrics metrics = metrics(factory);
        if (metrics == null) {
            return "";
        }
        int opening = opening(factory);
        return " (pool of " + metrics.getMaxAllocatedSize() + ": " + Math.max(0, metrics.acquiredSize() - opening)
                + " in use, " + (opening > 0 ? opening + " being opened, " : "") + metrics.pendingAcquireSize()
                + " callers waiting)";
    }

    static @Nullable PoolMetrics metrics(ConnectionFactory factory) {
        return factory instanceof ConnectionPool pool ? pool.getMetrics().orElse(null) : null;
    }
}
