package dev.kindred.reactor.internal.replica;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The positions in the write-ahead log that the primary and its replicas have reported. Times are those of
 * {@link System#nanoTime()}. Thread-safe.
 *
 * <p>The lag of a replica is the time since the primary was at a position that the replica has replayed. It needs no
 * clock of a server, and it grows while a replica has lost its primary.
 */
final class KnownPositions {

    /** No replica. */
    static final int NONE = -1;

    private static final long NEVER = Long.MIN_VALUE;
    private static final int SAMPLES = 64;

    private final Deque<Sample> primary = new ArrayDeque<>();
    private final long[] replayed;
    private final long[] polled;
    private final long interval;
    private long primaryPolled = NEVER;

    /** Knows {@code replicas} replicas, each asked once for each {@code interval}. */
    KnownPositions(int replicas, Duration interval) {
        this.replayed = new long[replicas];
        this.polled = new long[replicas];
        this.interval = interval.toNanos();
        Arrays.fill(replayed, -1);
        Arrays.fill(polled, NEVER);
    }

    /** Returns whether the caller must ask the primary. Further callers need not. */
    synchronized boolean claimPrimary(long now) {
        boolean due = isDue(primaryPolled, now);
        primaryPolled = due ? now : primaryPolled;
        return due;
    }

    /** Returns whether the caller must ask {@code replica}. Further callers need not. */
    synchronized boolean claim(int replica, long now) {
        boolean due = isDue(polled[replica], now);
        polled[replica] = due ? now : polled[replica];
        return due;
    }

    private boolean isDue(long last, long now) {
        return last == NEVER || now - last >= interval;
    }

    /** Records that the primary was at {@code position} at the time {@code now}. */
    synchronized void primaryAt(long position, long now) {
        primary.addLast(new Sample(position, now));
        if (primary.size() > SAMPLES) {
            primary.removeFirst();
        }
    }

    /** Records that {@code replica} has replayed {@code position}. */
    synchronized void replicaAt(int replica, long position) {
        replayed[replica] = position;
    }

    /** Records that {@code replica} cannot be used until it is asked again. */
    synchronized void unusable(int replica) {
        replayed[replica] = -1;
    }

    /**
     * Returns the first replica that is fresh. Returns {@link #NONE} if no replica is fresh, or if the primary or the
     * replica is due to be asked.
     *
     * @param first the replica to begin with
     * @param number the number of replicas to try
     */
    synchronized int freshOrNone(int first, int number, long minimum, Duration lag, long now) {
        if (isDue(primaryPolled, now)) {
            return NONE;
        }
        for (int i = 0; i < number; i++) {
            int replica = (first + i) % replayed.length;
            if (isDue(polled[replica], now)) {
                return NONE;
            }
            if (isFresh(replica, minimum, lag, now)) {
                return replica;
            }
        }
        return NONE;
    }

    /** Returns whether the position of {@code replica} is known. */
    synchronized boolean isKnown(int replica) {
        return replayed[replica] >= 0;
    }

    /** Returns whether {@code replica} has replayed {@code minimum} and lags at most {@code lag}. */
    synchronized boolean isFresh(int replica, long minimum, Duration lag, long now) {
        long position = replayed[replica];
        if (position < 0 || position < minimum) {
            return false;
        }
        long oldest = now - lag.toNanos();
        for (Sample sample : primary) {
            if (sample.position <= position && sample.nanos - oldest >= 0) {
                return true;
            }
        }
        return false;
    }

    private record Sample(long position, long nanos) {}
}
