package dev.kindred.benchmarks.harness;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH invokes: the burst that the rounds put there. Not to be run by JMH's own command line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class BurstBenchmark {

    /** One invocation. */
    @Benchmark
    public long burst() {
        return CurrentBurst.get().run();
    }
}
