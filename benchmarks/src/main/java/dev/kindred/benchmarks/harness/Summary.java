package dev.kindred.benchmarks.harness;

import java.util.Arrays;

/** The median and the ends of a number of values. */
public record Summary(double median, double min, double max) {

    /** Sums up {@code values}, of which there must be one at least. */
    public static Summary of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Summary(median, sorted[0], sorted[sorted.length - 1]);
    }
}
