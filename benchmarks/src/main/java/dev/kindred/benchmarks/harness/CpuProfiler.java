package dev.kindred.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the CPU time of this JVM for one operation, including its compiler and collector. Other load on the machine
 * affects it far less than the throughput. JMH instantiates the class by name, so it is public.
 */
public final class CpuProfiler implements InternalProfiler {

    /** The name of the result. */
    static final String LABEL = "cpu";

    private static final double NANOS_PER_MICRO = 1000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = (system.getProcessCpuTime() - before) / NANOS_PER_MICRO;
        return List.of(
                new ScalarResult(LABEL, micros / result.getMetadata().getAllOps(), "us/op", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "Processor time of this JVM for one operation";
    }
}
