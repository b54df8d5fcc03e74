package dev.kindred.reactor.internal.preload;

import java.util.HashSet;
import java.util.Set;

/**
 * Which siblings load together after a load stopped at its maximum number of rows. Thread-safe.
 *
 * <p>The lists that the loads read in full are cached, so all loads together have one maximum. The siblings load
 * together until half of it is used or {@value #STOPS} loads have stopped. The list at which a load stopped is read
 * alone.
 */
final class SharedRows {

    private static final int STOPS = 3;

    private final long atMost;
    private final Set<Object> alone = new HashSet<>();
    private long left;
    private int stops;
    private boolean isOver;

    /** Starts with {@code atMost} rows for all loads together. */
    SharedRows(long atMost) {
        this.atMost = atMost;
        this.left = atMost;
    }

    /** Returns the maximum number of rows of the next load. */
    synchronized long left() {
        return left;
    }

    /**
     * Records that a load stopped.
     *
     * @param key the key of the list that it did not read in full
     * @param rows the number of rows of the lists that it read in full
     */
    synchronized void stoppedAt(Object key, long rows) {
        alone.add(key);
        left -= rows;
        stops++;
        isOver = stops == STOPS || left < atMost - left;
    }

    /** Returns whether the list of {@code key}, which is not loaded, is read alone. */
    synchronized boolean isAlone(Object key) {
        return isOver || alone.contains(key);
    }
}
