package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The tasks that read parents with their child, for different numbers of parents. */
final class Parents {

    private static final Map<Task, Integer> COUNTS = Map.of(
            Task.PARENTS_10, 10,
            Task.PARENTS_100, 100,
            Task.LIST_WITH_CHILD, Turns.PAGE,
            Task.PARENTS_10K, 10_000,
            Task.PARENTS_100K, 100_000,
            Task.PARENTS_1M, 1_000_000);

    private Parents() {}

    /** Returns an operation for each number of parents. */
    static Map<Task, Operation> operations(IntFunction<Operation> reading) {
        return operations(reading, Integer.MAX_VALUE);
    }

    /** Returns an operation for each number of parents up to {@code most}. */
    static Map<Task, Operation> operations(IntFunction<Operation> reading, int most) {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        COUNTS.forEach((task, count) -> {
            if (count <= most) {
                operations.put(task, reading.apply(count));
            }
        });
        return operations;
    }
}
