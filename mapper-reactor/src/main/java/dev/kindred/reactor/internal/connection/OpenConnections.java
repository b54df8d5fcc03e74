package dev.kindred.reactor.internal.connection;

import java.time.Duration;
import reactor.pool.AllocationStrategy;

/**
 * The number of connections that a pool may open: its size, or for some time after a refusal the number that the server
 * grants. Callers then wait for the open connections. Thread-safe.
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

    /** Records that a connection is being opened. */
    synchronized void begin() {
        opening++;
    }

    /** Records that opening a connection has ended. */
    synchronized void end() {
        opening--;
    }

    /** Returns the number of connections that are being opened. */
    synchronized int opening() {
        return opening;
    }

    /** Records a refusal: the server has reached a limit of its own, below the size of the pool. */
    synchronized void refused() {
        ceiling = Math.max(1, Math.min(limit(), granted - 1));
        limited = true;
        refusedAt = System.nanoTime();
    }

    /** Returns whether the server recently refused a connection. */
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
