package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.harness.Task;
import java.util.Map;

/** The tasks of the scaling series. */
final class Parents {

    /** How many parents each task reads. */
    static final Map<Task, Integer> COUNTS = Map.of(
            Task.PARENTS_10, 10,
            Task.PARENTS_100, 100,
            Task.PARENTS_10K, 10_000,
            Task.PARENTS_100K, 100_000,
            Task.PARENTS_1M, 1_000_000);

    private Parents() {}
}
