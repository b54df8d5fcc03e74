package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws a workload as SVG: a bar for the median of each peer, fastest first, with a line for the range of its rounds.
 */
public final class BarChart {

    private static final int LEFT = 250;
    private static final int BARS = 430;
    private static final int WIDTH = LEFT + BARS + 100;
    private static final int ROW = 24;
    private static final int TOP = 48;

    private BarChart() {}

    /** Draws {@code measured}, in operations a second. */
    public static String draw(Measured measured) {
        Map<String, Summary> rates = new LinkedHashMap<>();
        measured.samples().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), ResultLines.rate(entry.getValue())))
                .sorted((one, other) ->
                        Double.compare(other.getValue().median(), one.getValue().median()))
                .forEach(entry -> rates.put(entry.getKey(), entry.getValue()));
        double longest = rates.values().stream().mapToDouble(Summary::max).max().orElse(1);
        StringBuilder svg = new StringBuilder(opening(measured.workload(), rates.size()));
        int row = 0;
        for (Map.Entry<String, Summary> rate : rates.entrySet()) {
            svg.append(bar(rate.getKey(), rate.getValue(), BARS / longest, TOP + row * ROW));
            row++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String opening(String workload, int rows) {
        int height = TOP + rows * ROW + 12;
        return String.join(
                "\n",
                List.of(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                                + "\" font-family=\"sans-serif\" font-size=\"13\">",
                        "<title>" + workload + "</title>",
                        "<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#ffffff\"/>",
                        "<text x=\"12\" y=\"26\" font-size=\"16\" fill=\"#1f2328\">" + workload
                                + ": operations a second, median and range of the rounds</text>",
                        ""));
    }

    private static String bar(String peer, Summary rate, double scale, int y) {
        String colour = peer.startsWith("kindred") ? "#c2410c" : "#94a3b8";
        int middle = y + ROW / 2;
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end" fill="#1f2328">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
                <path d="M%.1f %d H%.1f" stroke="#334155"/>
                <text x="%.1f" y="%d" fill="#1f2328">%s</text>
                """,
                LEFT - 8,
                middle + 5,
                peer,
                LEFT,
                y + 4,
                rate.median() * scale,
                ROW - 8,
                colour,
                LEFT + rate.min() * scale,
                middle,
                LEFT + rate.max() * scale,
                LEFT + rate.max() * scale + 6,
                middle + 5,
                number(rate.median()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
