package dev.kindred.benchmarks.harness;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The JMH benchmark. It runs the burst that {@link Rounds} provides, and cannot run from JMH's command line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class BurstBenchmark {

    /** Runs one burst. */
    @Benchmark
    public long burst() {
        return CurrentBurst.get().run();
    }
}
