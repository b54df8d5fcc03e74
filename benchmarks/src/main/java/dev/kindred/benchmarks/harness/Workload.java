package dev.kindred.benchmarks.harness;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A task under a given load.
 *
 * @param id as it stands in the results
 * @param tasks what is done; of several, a peer takes part with the one it can do
 * @param inFlight how many operations run at once
 * @param burst how many operations one JMH invocation is made of
 */
public record Workload(String id, List<Task> tasks, int inFlight, int burst) {

    /** Returns a workload of one task. */
    public static Workload of(String id, Task task, int inFlight, int burst) {
        return new Workload(id, List.of(task), inFlight, burst);
    }

    /** Whether rows stay behind. */
    public boolean isWriting() {
        return tasks.stream().anyMatch(Task::isWriting);
    }

    /** Returns what {@code peer}, which must take part, does in this workload. */
    public Operation operationOf(Peer peer) {
        return requireNonNull(peer.operations().get(taskOf(peer)), peer.name());
    }

    /** Whether {@code peer} takes part. */
    public boolean includes(Peer peer) {
        return tasks.stream().anyMatch(peer.operations()::containsKey);
    }

    /** Returns which of the tasks {@code peer}, which must take part, does. */
    public Task taskOf(Peer peer) {
        return tasks.stream()
                .filter(peer.operations()::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(peer.name() + " takes no part in " + id));
    }
}
