package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Rounds;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Workload;
import java.util.List;

/**
 * What one command measures.
 *
 * @param text whether the R2DBC peers run in text as well as in binary
 */
record Series(String name, int roundCount, long windowMillis, long warmUpMillis, boolean text) {

    private static final Workload LAZY = new Workload(
            "W3-lazy",
            Task.LIST_WITH_CHILD_LAZY,
            Task.LIST_WITH_CHILD,
            1,
            2,
            name -> name.startsWith("raw-r2dbc-binary") || name.endsWith("n+1"));

    static Series named(String name) {
        return switch (name) {
            case "quick" -> new Series(name, 7, 300, 1000, false);
            case "full" -> new Series(name, 25, 1000, 5000, true);
            case "check" -> new Series(name, 1, 100, 100, false);
            default -> throw new IllegalArgumentException("quick, full or check, not " + name);
        };
    }

    Rounds rounds() {
        return new Rounds(roundCount, windowMillis, warmUpMillis);
    }

    List<Workload> workloads() {
        return List.of(
                Workload.of("W1-1", Task.FIND, 1, 100),
                Workload.of("W1-16", Task.FIND, 16, 400),
                Workload.of("W2", Task.LIST, 1, 4),
                Workload.of("W3", Task.LIST_WITH_CHILD, 1, 2),
                LAZY,
                Workload.of("W5-1", Task.CREATE_BOTH, 1, 50),
                Workload.of("W5-16", Task.CREATE_BOTH, 16, 200),
                Workload.of("W6", Task.INSERT_MANY, 1, 2));
    }
}
