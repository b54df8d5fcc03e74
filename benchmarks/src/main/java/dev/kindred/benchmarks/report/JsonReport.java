package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Formats a result as JSON, with every sample of every round. */
public final class JsonReport {

    private JsonReport() {}

    /** Returns {@code header} and {@code all} as JSON. */
    public static String write(List<String> header, List<Measured> all) {
        return "{\n  \"header\": [" + header.stream().map(JsonReport::text).collect(Collectors.joining(", "))
                + "],\n  \"workloads\": [\n"
                + all.stream().map(JsonReport::workload).collect(Collectors.joining(",\n")) + "\n  ]\n}\n";
    }

    private static String workload(Measured measured) {
        return "    {\"id\": " + text(measured.workload()) + ", \"peers\": [\n"
                + measured.samples().entrySet().stream()
                        .map(entry -> peer(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(",\n"))
                + "\n    ]}";
    }

    private static String peer(String name, List<Sample> samples) {
        return "      {\"name\": " + text(name)
                + figures("operationsPerSecond", samples, Sample::operationsPerSecond)
                + figures("bytesPerOperation", samples, Sample::bytesPerOperation)
                + figures("cpuMicrosPerOperation", samples, Sample::cpuMicrosPerOperation)
                + figures("medianMicros", samples, sample -> sample.latency().median())
                + figures("p99Micros", samples, sample -> sample.latency().p99())
                + "}";
    }

    private static String figures(String name, List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return ", " + text(name) + ": "
                + samples.stream()
                        .map(sample -> number(figure.applyAsDouble(sample)))
                        .toList();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, value < 100 ? "%.4f" : "%.1f", value);
    }

    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
