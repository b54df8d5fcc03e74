package dev.kindred.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.harness.Latency;
import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyChartTests {

    private static Sample sample(double median, double p99) {
        return new Sample(1, 1, 1, new Latency(median, p99));
    }

    @Test
    void aPeerHasItsMedianAndItsP99InTheOrderOfTheMedians() {
        Measured measured = new Measured(
                "W9-16",
                Map.of(
                        "slow", List.of(sample(300, 900), sample(500, 1100), sample(400, 1000)),
                        "fast", List.of(sample(100, 200)),
                        "pgbench", List.of(sample(Double.NaN, Double.NaN))));

        String chart = LatencyChart.draw(measured).orElseThrow();

        assertThat(chart)
                .containsSubsequence("<title>W9-16</title>", ">fast<", ">100 / 200<", ">slow<", ">400 / 1,000<")
                .doesNotContain("pgbench")
                .endsWith("</svg>\n");
    }

    @Test
    void peersWithoutDurationsHaveNoChart() {
        Measured measured = new Measured("W9-16", Map.of("pgbench", List.of(sample(Double.NaN, Double.NaN))));

        assertThat(LatencyChart.draw(measured)).isEmpty();
    }
}
