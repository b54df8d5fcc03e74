package dev.kindred.it.support;

import dev.kindred.it.support.Cut.Place;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The current faults of a {@link FaultProxy}. Safe for use by many threads. */
final class Weather {

    private final Set<Direction> blackHoles = EnumSet.noneOf(Direction.class);
    private @Nullable Cut cut;
    private volatile Duration latency = Duration.ZERO;
    private volatile int slice = Integer.MAX_VALUE;
    private volatile boolean halfOpen;

    Duration latency() {
        return latency;
    }

    void latency(Duration value) {
        latency = value;
    }

    /** The greatest number of bytes that are written at once. */
    int slice() {
        return slice;
    }

    void slice(int bytes) {
        slice = bytes;
    }

    boolean isHalfOpen() {
        return halfOpen;
    }

    void halfOpen() {
        halfOpen = true;
    }

    synchronized void blackHole(Direction direction) {
        blackHoles.add(direction);
    }

    /** Returns when the direction is not blocked. */
    synchronized void awaitOpen(Direction direction) throws InterruptedException {
        while (blackHoles.contains(direction)) {
            wait();
        }
    }

    synchronized void cut(Cut place) {
        cut = place;
    }

    synchronized boolean isCutPending() {
        return cut != null;
    }

    boolean takeCutBefore(char type) {
        return takeCut(next -> next.isAtStart(type));
    }

    boolean takeCutAround(Place place, char type, CharSequence startOfBody) {
        return takeCut(next -> next.isAround(place, type, startOfBody));
    }

    /** Each cut happens once, on the first matching connection. */
    private synchronized boolean takeCut(Predicate<Cut> isHere) {
        boolean taken = cut != null && isHere.test(cut);
        if (taken) {
            cut = null;
        }
        return taken;
    }

    synchronized void heal() {
        blackHoles.clear();
        cut = null;
        latency = Duration.ZERO;
        slice = Integer.MAX_VALUE;
        halfOpen = false;
        notifyAll();
    }
}
