package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Latency;
import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Sample;
import dev.kindred.benchmarks.harness.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Draws the duration of the operations of a workload as SVG: a bar up to the median of each peer, shortest first, and a
 * line up to the 99th percentile. Both are medians of the rounds.
 */
public final class LatencyChart {

    private static final int LEFT = 250;
    private static final int BARS = 400;
    private static final int WIDTH = LEFT + BARS + 150;
    private static final int ROW = 24;
    private static final int TOP = 48;

    private LatencyChart() {}

    /** Draws {@code measured}, or returns empty if no peer has measured durations. */
    public static Optional<String> draw(Measured measured) {
        List<Row> rows = measured.samples().entrySet().stream()
                .map(LatencyChart::row)
                .filter(row -> !Double.isNaN(row.p99()))
                .sorted((one, other) -> Double.compare(one.median(), other.median()))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double scale = BARS / rows.stream().mapToDouble(Row::p99).max().orElse(1);
        StringBuilder svg = new StringBuilder(opening(measured.workload(), rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(bar(rows.get(i), scale, TOP + i * ROW));
        }
        return Optional.of(svg.append("</svg>\n").toString());
    }

    private static Row row(Map.Entry<String, List<Sample>> peer) {
        return new Row(peer.getKey(), median(peer.getValue(), Latency::median), median(peer.getValue(), Latency::p99));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Latency> figure) {
        return Summary.of(samples.stream()
                        .map(Sample::latency)
                        .mapToDouble(figure)
                        .toArray())
                .median();
    }

    private static String opening(String workload, int rows) {
        int height = TOP + rows * ROW + 12;
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>%s</title>
                <rect width="%d" height="%d" fill="#ffffff"/>
                <text x="12" y="26" font-size="16" fill="#1f2328">%s: microseconds of an operation, p50 and p99</text>
                """, WIDTH, height, workload, WIDTH, height, workload);
    }

    private static String bar(Row row, double scale, int y) {
        int middle = y + ROW / 2;
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end" fill="#1f2328">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
                <path d="M%d %d H%.1f m0 -5 v10" stroke="#334155"/>
                <text x="%.1f" y="%d" fill="#1f2328">%,.0f / %,.0f</text>
                """,
                LEFT - 8,
                middle + 5,
                row.peer(),
                LEFT,
                y + 4,
                row.median() * scale,
                ROW - 8,
                row.peer().startsWith("kindred") ? "#c2410c" : "#94a3b8",
                LEFT,
                middle,
                LEFT + row.p99() * scale,
                LEFT + row.p99() * scale + 8,
                middle + 5,
                row.median(),
                row.p99());
    }

    private record Row(String peer, double median, double p99) {}
}
