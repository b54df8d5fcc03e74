package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Sample;
import dev.kindred.benchmarks.harness.Summary;
import dev.kindred.benchmarks.harness.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
     * Returns the {@code rate} lines (operations a second), and the {@code bytes}, {@code cpu}, {@code p50} and
     * {@code p99} lines (for one operation). A peer has no line for what it does not measure.
     */
    public static List<String> details(Measured measured) {
        List<String> lines = new ArrayList<>();
        measured.samples().forEach((peer, samples) -> {
            Summary rate = rate(samples);
            lines.add(line("rate", measured.workload(), peer, rate, rate.median() < 100 ? 3 : 1));
            Map<String, Summary> costs = Map.of(
                    "bytes", summary(samples, Sample::bytesPerOperation),
                    "cpu", summary(samples, Sample::cpuMicrosPerOperation),
                    "p50", summary(samples, sample -> sample.latency().median()),
                    "p99", summary(samples, sample -> sample.latency().p99()));
            costs.forEach((kind, summary) -> {
                if (!Double.isNaN(summary.median())) {
                    lines.add(line(kind, measured.workload(), peer, summary, kind.equals("bytes") ? 0 : 1));
                }
            });
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
        return summary(samples, Sample::operationsPerSecond);
    }

    private static Summary summary(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Summary.of(samples.stream().mapToDouble(figure).toArray());
    }

    private static Summary ratio(List<Sample> kindred, List<Sample> peer) {
        return Summary.of(IntStream.range(0, kindred.size())
                .mapToDouble(round -> kindred.get(round).operationsPerSecond()
                        / peer.get(round).operationsPerSecond())
                .toArray());
    }
}
