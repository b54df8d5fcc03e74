package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Sample;
import dev.kindred.benchmarks.harness.Summary;
import dev.kindred.benchmarks.harness.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The lines of a result. */
public final class ResultLines {

    private static final String KINDRED = "kindred";

    private ResultLines() {}

    /** Returns {@code ratio} lines: the throughput of Kindred over that of each other peer, of the same rounds. */
    public static List<String> ratios(Measured measured) {
        List<String> lines = new ArrayList<>();
        List<Sample> kindred = measured.samples().getOrDefault(KINDRED, List.of());
        measured.samples().forEach((peer, samples) -> {
            if (!peer.equals(KINDRED) && !kindred.isEmpty()) {
                Summary ratio = ratio(kindred, samples);
                lines.add(String.format(
                        Locale.ROOT,
                        "ratio %s kindred/%s %.2f %.2f %.2f",
                        measured.workload(),
                        peer,
                        ratio.median(),
                        ratio.min(),
                        ratio.max()));
            }
        });
        lines.sort(null);
        return lines;
    }

    /** Returns {@code rate} lines, in operations a second, {@code bytes} and {@code cpu} lines, of one operation. */
    public static List<String> details(Measured measured) {
        List<String> lines = new ArrayList<>();
        measured.samples().forEach((peer, samples) -> {
            Summary rate = rate(samples);
            Summary bytes = bytes(samples);
            lines.add(String.format(
                    Locale.ROOT,
                    "rate %s %s %.1f %.1f %.1f",
                    measured.workload(),
                    peer,
                    rate.median(),
                    rate.min(),
                    rate.max()));
            lines.add(String.format(Locale.ROOT, "bytes %s %s %.0f", measured.workload(), peer, bytes.median()));
            lines.add(String.format(
                    Locale.ROOT,
                    "cpu %s %s %.1f",
                    measured.workload(),
                    peer,
                    cpu(samples).median()));
        });
        lines.sort(null);
        return lines;
    }

    /** Returns {@code sends} lines: statements and round trips of one operation. */
    public static List<String> traffic(String workload, Map<String, Traffic> counted) {
        List<String> lines = new ArrayList<>();
        counted.forEach((peer, traffic) -> lines.add(String.format(
                Locale.ROOT,
                "sends %s %s %.1f statements %.1f round-trips",
                workload,
                peer,
                traffic.statements(),
                traffic.roundTrips())));
        lines.sort(null);
        return lines;
    }

    static Summary rate(List<Sample> samples) {
        return Summary.of(
                samples.stream().mapToDouble(Sample::operationsPerSecond).toArray());
    }

    static Summary bytes(List<Sample> samples) {
        return Summary.of(
                samples.stream().mapToDouble(Sample::bytesPerOperation).toArray());
    }

    static Summary cpu(List<Sample> samples) {
        return Summary.of(
                samples.stream().mapToDouble(Sample::cpuMicrosPerOperation).toArray());
    }

    private static Summary ratio(List<Sample> kindred, List<Sample> peer) {
        return Summary.of(IntStream.range(0, kindred.size())
                .mapToDouble(round -> kindred.get(round).operationsPerSecond()
                        / peer.get(round).operationsPerSecond())
                .toArray());
    }
}
