package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Rounds;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The settings of one series.
 *
 * @param text whether the R2DBC peers run in text format too
 * @param users the number of users
 */
record Series(String name, int roundCount, int windowMillis, int warmUpMillis, boolean text, int users) {

    private static final Set<String> ONLY_LONG = Set.of(
            "W1-1",
            "W1-64",
            "W1-256",
            "W1-child-64",
            "W6-insert-10000",
            "W7-count",
            "W7-page",
            "parents-10",
            "parents-100",
            "parents-1000",
            "parents-10000",
            "parents-100000",
            "W8-cancel",
            "W9-1",
            "W9-256",
            "W1-1-1ms",
            "W5-16-1ms",
            "W6-insert-1ms",
            "W6-upsert-1ms",
            "W7-page-1ms");

    static Series named(String name) {
        return switch (name) {
            case "check" -> new Series(name, 1, 50, 50, true, 100_000);
            case "quick" -> new Series(name, 5, 200, 400, false, 100_000);
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

    /** Whether {@code workload} is part of the series when no workloads are selected. */
    boolean includes(Workload workload) {
        return !name.equals("quick") || !ONLY_LONG.contains(workload.id());
    }

    /** Returns the workloads over loopback in this JVM. */
    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>(List.of(
                Workload.of("W1-1", Task.FIND, 1, 100),
                Workload.of("W1-16", Task.FIND, 16, 800),
                Workload.of("W1-64", Task.FIND, 64, 3200),
                Workload.of("W1-256", Task.FIND, 256, 12_800),
                Workload.of("W1-child-64", Task.FIND_WITH_CHILD, 64, 1600),
                Workload.of("W2", Task.LIST, 1, 4),
                Workload.of("wide", Task.WIDE, 1, 8),
                Workload.of("W3", Task.LIST_WITH_CHILD, 1, 2),
                Workload.of("W4", Task.LISTS, 1, 2),
                Workload.of("W4-pairs", Task.PAIRS, 1, 2),
                Workload.of("W4-create", Task.CREATE_LIST, 1, 2),
                Workload.of("W4-sync", Task.SYNC, 1, 50),
                Workload.of("W4-limit", Task.FIRST_OF_LISTS, 1, 1),
                Workload.of("W5-1", Task.CREATE_BOTH, 1, 50),
                Workload.of("W5-16", Task.CREATE_BOTH, 16, 200),
                Workload.of("W6-insert", Task.INSERT_THOUSAND, 1, 2),
                Workload.of("W6-insert-10000", Task.INSERT_TEN_THOUSAND, 1, 1),
                Workload.of("W6-upsert", Task.UPSERT, 1, 2),
                Workload.of("W6-update", Task.UPDATE, 1, 2),
                Workload.of("W9-1", Task.INSERT, 1, 50),
                Workload.of("W9-16", Task.INSERT, 16, 400),
                Workload.of("W9-64", Task.INSERT, 64, 1600),
                Workload.of("W9-256", Task.INSERT, 256, 3200),
                Workload.of("W7-filter", Task.FILTER, 1, 50),
                Workload.of("W7-count", Task.COUNT, 1, 50),
                Workload.of("W7-page", Task.PAGE, 1, 50),
                Workload.of("parents-10", Task.PARENTS_10, 1, 50),
                Workload.of("parents-100", Task.PARENTS_100, 1, 10),
                Workload.of("parents-1000", Task.LIST_WITH_CHILD, 1, 2),
                Workload.of("parents-10000", Task.PARENTS_10K, 1, 1),
                Workload.of("parents-100000", Task.PARENTS_100K, 1, 1)));
        if (users >= 1_000_000) {
            workloads.add(Workload.of("parents-1000000", Task.PARENTS_1M, 1, 1));
        }
        return workloads;
    }

    /** Returns the workloads in JVMs with a small heap, one for each peer. */
    static List<Workload> streams() {
        return List.of(
                new Workload("W8", List.of(Task.STREAM, Task.STREAM_WITH_CHILD), 1, 1),
                Workload.of("W8-cancel", Task.STREAM_CANCELLED, 1, 4));
    }

    /** Returns the workloads with an additional millisecond for each round trip. */
    static List<Workload> distantWorkloads() {
        return List.of(
                Workload.of("W1-1-1ms", Task.FIND, 1, 20),
                Workload.of("W3-1ms", Task.LIST_WITH_CHILD, 1, 1),
                Workload.of("W5-1-1ms", Task.CREATE_BOTH, 1, 10),
                Workload.of("W5-16-1ms", Task.CREATE_BOTH, 16, 100),
                Workload.of("W6-insert-1ms", Task.INSERT_THOUSAND, 1, 1),
                Workload.of("W6-upsert-1ms", Task.UPSERT, 1, 1),
                Workload.of("W7-page-1ms", Task.PAGE, 1, 10));
    }
}
