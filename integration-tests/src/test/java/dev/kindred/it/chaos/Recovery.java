package dev.kindred.it.chaos;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the time from the end of a fault to the first acknowledged write that began after it. Safe for use by many
 * threads.
 */
final class Recovery {

    private static final long NANOS = 1_000_000L;

    private final AtomicLong faultEnded = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
    private final Map<Fault, Long> greatest = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.RESET;

    void faultEnded(Fault ended) {
        fault = ended;
        faultEnded.set(System.nanoTime());
    }

    /** A write was acknowledged that began at this time. */
    void acknowledged(long begun) {
        long end = faultEnded.get();
        if (end != 0 && begun - end > 0 && faultEnded.compareAndSet(end, 0)) {
            long time = (System.nanoTime() - end) / NANOS;
            millis.add(time);
            greatest.merge(fault, time, Math::max);
        }
    }

    boolean isRecovered() {
        return faultEnded.get() == 0;
    }

    long median() {
        long[] sorted = sorted();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    long greatest() {
        long[] sorted = sorted();
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    /** Returns the greatest time after each fault. */
    Map<Fault, Long> greatestOfEach() {
        return new TreeMap<>(greatest);
    }

    private long[] sorted() {
        long[] values = millis.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(values);
        return values;
    }
}
