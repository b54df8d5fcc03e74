package dev.kindred.reactor.internal.connection;

import java.time.Duration;
import reactor.pool.AllocationStrategy;

/**
 * How many connections a pool may have: its size, and for a while after the server has refused one, the number that the server grants. The
 * callers of the pool then wait for the connections there are. Thread-safe.
 */
final class OpenConnections implements AllocationStrategy {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();

    private final int size;
    private int granted;
    private int opening;
    private int ceiling;
    private boolean limited;
    private long refusedAt;

    OpenConnections(int size) {
        this.size = size;
        this.ceiling = size;
    }

    @Override
    public synchronized int estimatePermitCount() {
        return Math.max(0, limit() - granted);
    }

    @Override
    public synchronized int getPermits(int desired) {
        int permits = Math.max(0, Math.min(desired, limit() - granted));
        granted += permits;
        return permits;
    }

    @Override
    public synchronized int permitGranted() {
        return granted;
    }

    @Override
    public int permitMinimum() {
        return 0;
    }

    @Override
    public int permitMaximum() {
        return size;
    }

    @Override
    public synchronized void returnPermits(int returned) {
        granted -= returned;
    }

    /** A connection is being opened. */
    synchronized void begin() {
        opening++;
    }

    /** A connection is open, or will not be. */
    synchronized void end() {
        opening--;
    }

    /** Returns how many connections are being opened. */
    synchronized int opening() {
        return opening;
    }

    /** The server has refused a connection, which is granted here still, since it has as many as it takes. */
    synchronized void refused() {
        ceiling = Math.max(1, Math.min(limit(), granted - 1));
        limited = true;
        refusedAt = System.nanoTime();
    }

    /** Tells whether the server has lately refused a connection. */
    synchronized boolean isLimitedByServer() {
        limit();
        return limited;
    }

    private int limit() {
        if (limited && System.nanoTime() - refusedAt > REMEMBERED) {
            limited = false;
            ceiling = size;
        }
        return ceiling;
    }
}
