package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Rounds;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * What one command measures.
 *
 * @param text whether the R2DBC peers run in text as well as in binary
 * @param users how many users there are
 */
record Series(String name, int roundCount, int windowMillis, int warmUpMillis, boolean text, int users) {

    static Series named(String name) {
        return switch (name) {
            case "check" -> new Series(name, 1, 50, 50, true, 100_000);
            case "quick" -> new Series(name, 5, 250, 800, false, 100_000);
            case "full" -> new Series(name, 25, 1000, 5000, true, 1_000_000);
            default -> throw new IllegalArgumentException("A series is check, quick or full, not " + name);
        };
    }

    Series measuring(int rounds, int window, int warmUp) {
        return new Series(name, rounds, window, warmUp, text, users);
    }

    Rounds rounds() {
        return new Rounds(roundCount, windowMillis, warmUpMillis);
    }

    /** Those over loopback, whose statements are counted too. */
    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>(List.of(
                Workload.of("W1-1", Task.FIND, 1, 100),
                Workload.of("W1-16", Task.FIND, 16, 400),
                Workload.of("W2", Task.LIST, 1, 4),
                Workload.of("W3", Task.LIST_WITH_CHILD, 1, 2),
                new Workload(
                        "W3-lazy", Task.LIST_WITH_CHILD_LAZY, Task.LIST_WITH_CHILD, 1, 2, Series::isByHandOrRowByRow),
                Workload.of("W5-1", Task.CREATE_BOTH, 1, 50),
                Workload.of("W5-16", Task.CREATE_BOTH, 16, 200),
                Workload.of("W6", Task.INSERT_MANY, 1, 2)));
        if (name.equals("full")) {
            workloads.addAll(List.of(
                    Workload.of("W1-64", Task.FIND, 64, 800),
                    Workload.of("parents-10", Task.PARENTS_10, 1, 50),
                    Workload.of("parents-100", Task.PARENTS_100, 1, 10),
                    Workload.of("parents-10000", Task.PARENTS_10K, 1, 1),
                    Workload.of("parents-100000", Task.PARENTS_100K, 1, 1),
                    Workload.of("parents-1000000", Task.PARENTS_1M, 1, 1)));
        }
        return workloads;
    }

    /** Those with a round trip that is a millisecond longer. */
    List<Workload> distantWorkloads() {
        return List.of(
                Workload.of("W1-1-1ms", Task.FIND, 1, 20),
                Workload.of("W3-1ms", Task.LIST_WITH_CHILD, 1, 1),
                Workload.of("W5-1-1ms", Task.CREATE_BOTH, 1, 10));
    }

    private static boolean isByHandOrRowByRow(String peer) {
        return peer.startsWith("raw-r2dbc-binary") || peer.endsWith("n+1");
    }
}
