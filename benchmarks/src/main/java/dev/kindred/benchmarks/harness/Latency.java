package dev.kindred.benchmarks.harness;

import org.HdrHistogram.Histogram;

/**
 * The duration of the operations of one window, from start to completion, in microseconds.
 *
 * @param median the median
 * @param p99 the duration that one of 100 operations exceeds
 */
public record Latency(double median, double p99) {

    private static final double NANOS_PER_MICRO = 1000;

    /** Summarizes the nanoseconds in {@code durations}. */
    static Latency of(Histogram durations) {
        return new Latency(
                durations.getValueAtPercentile(50) / NANOS_PER_MICRO,
                durations.getValueAtPercentile(99) / NANOS_PER_MICRO);
    }
}
