package dev.kindred.benchmarks.harness;

import java.util.Arrays;

/** The median, minimum and maximum of several values. */
public record Summary(double median, double min, double max) {

    /** Summarizes {@code values}, which must not be empty. */
    public static Summary of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Summary(median, sorted[0], sorted[sorted.length - 1]);
    }
}
