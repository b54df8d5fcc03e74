package dev.kindred.benchmarks.harness;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;

/**
 * A task under a given load.
 *
 * @param id as it stands in the results
 * @param kindredTask what Kindred does
 * @param peerTask what the others do
 * @param inFlight how many operations run at once
 * @param burst how many operations one JMH invocation is made of
 * @param peers which others take part, by their name
 */
public record Workload(String id, Task kindredTask, Task peerTask, int inFlight, int burst, Predicate<String> peers) {

    /** Returns a workload of one task for everybody. */
    public static Workload of(String id, Task task, int inFlight, int burst) {
        return new Workload(id, task, task, inFlight, burst, name -> true);
    }

    /** Whether rows stay behind. */
    public boolean isWriting() {
        return peerTask == Task.CREATE_BOTH || peerTask == Task.INSERT_MANY;
    }

    /** Returns what {@code peer}, which must take part, does in this workload. */
    public Operation operationOf(Peer peer) {
        return requireNonNull(peer.operations().get(taskOf(peer)), peer.name());
    }

    /** Whether {@code peer} takes part. */
    public boolean includes(Peer peer) {
        boolean wanted = peer.name().equals("kindred") || peers.test(peer.name());
        return wanted && peer.operations().containsKey(taskOf(peer));
    }

    private Task taskOf(Peer peer) {
        return peer.name().equals("kindred") ? kindredTask : peerTask;
    }
}
