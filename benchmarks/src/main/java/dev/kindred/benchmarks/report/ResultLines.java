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

/** Formats the lines of a result. */
public final class ResultLines {

    private static final String KINDRED = "kindred";

    private ResultLines() {}

    /**
     * Returns the {@code ratio} lines: the throughput of Kindred and its variants over that of each other peer, of the
     * same rounds.
     */
    public static List<String> ratios(Measured measured) {
        List<String> lines = new ArrayList<>();
        measured.samples().forEach((way, ours) -> {
            if (way.startsWith(KINDRED)) {
                measured.samples().forEach((peer, theirs) -> {
                    if (!peer.equals(way) && (way.equals(KINDRED) || !peer.startsWith(KINDRED))) {
                        lines.add(line("ratio", measured.workload(), way + "/" + peer, ratio(ours, theirs), 2));
                    }
                });
            }
        });
        lines.sort(null);
        return lines;
    }

    /**
     * Returns the {@code rate} lines (operations a second) and the {@code bytes} and {@code cpu} lines (for one
     * operation).
     */
    public static List<String> details(Measured measured) {
        List<String> lines = new ArrayList<>();
        measured.samples().forEach((peer, samples) -> {
            Summary rate = rate(samples);
            lines.add(line("rate", measured.workload(), peer, rate, rate.median() < 100 ? 3 : 1));
            lines.add(line("bytes", measured.workload(), peer, bytes(samples), 0));
            lines.add(line("cpu", measured.workload(), peer, cpu(samples), 1));
        });
        lines.sort(null);
        return lines;
    }

    private static String line(String kind, String workload, String whose, Summary summary, int digits) {
        String number = " %." + digits + "f";
        return kind + " " + workload + " " + whose
                + String.format(Locale.ROOT, number + number + number, summary.median(), summary.min(), summary.max());
    }

    /** Returns the {@code sends} lines: statements and round trips of one operation. */
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
