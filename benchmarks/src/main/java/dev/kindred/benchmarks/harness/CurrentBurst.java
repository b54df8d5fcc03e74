package dev.kindred.benchmarks.harness;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The burst that is measured. JMH creates the benchmark state itself and only accepts text parameters, so the burst is
 * passed here.
 */
final class CurrentBurst {

    private static volatile @Nullable Burst current;

    private CurrentBurst() {}

    static Burst get() {
        return requireNonNull(current, "No burst is being measured");
    }

    static void set(Burst burst) {
        current = burst;
    }
}
