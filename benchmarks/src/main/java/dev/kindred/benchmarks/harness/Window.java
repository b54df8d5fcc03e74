package dev.kindred.benchmarks.harness;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one burst as one JMH iteration in this JVM, with the allocation profiler. */
final class Window {

    private Window() {}

    static Sample measure(Burst burst, int burstSize, long milliseconds) {
        CurrentBurst.set(burst);
        OptionsBuilder options = new OptionsBuilder();
        options.include(BurstBenchmark.class.getName())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(milliseconds))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return sample(results.iterator().next(), burstSize, burst.latency());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static Sample sample(RunResult result, int burstSize, Latency latency) {
        return new Sample(
                result.getPrimaryResult().getScore() * burstSize,
                secondary(result, "gc.alloc.rate.norm") / burstSize,
                secondary(result, CpuProfiler.LABEL) / burstSize,
                latency);
    }

    private static double secondary(RunResult result, String label) {
        for (Result<?> secondary : result.getSecondaryResults().values()) {
            if (secondary.getLabel().endsWith(label)) {
                return secondary.getScore();
            }
        }
        throw new IllegalStateException("JMH gave no " + label);
    }
}
