package dev.kindred.benchmarks.harness;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A task under a given load.
 *
 * @param id the name in the results
 * @param tasks the alternatives of the task; a peer runs the one that it supports
 * @param inFlight the number of concurrent operations
 * @param burst the number of operations of one JMH invocation
 */
public record Workload(String id, List<Task> tasks, int inFlight, int burst) {

    /** Returns a workload with one task. */
    public static Workload of(String id, Task task, int inFlight, int burst) {
        return new Workload(id, List.of(task), inFlight, burst);
    }

    /** Whether the workload writes rows. */
    public boolean isWriting() {
        return tasks.stream().anyMatch(Task::isWriting);
    }

    /** Returns the operation of {@code peer}, which must take part. */
    public Operation operationOf(Peer peer) {
        return requireNonNull(peer.operations().get(taskOf(peer)), peer.name());
    }

    /** Whether {@code peer} takes part. */
    public boolean includes(Peer peer) {
        return tasks.stream().anyMatch(peer.operations()::containsKey);
    }

    /** Returns the task of {@code peer}, which must take part. */
    public Task taskOf(Peer peer) {
        return tasks.stream()
                .filter(peer.operations()::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(peer.name() + " takes no part in " + id));
    }
}
