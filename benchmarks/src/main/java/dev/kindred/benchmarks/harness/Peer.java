package dev.kindred.benchmarks.harness;

import java.util.Map;

/**
 * A way to do the tasks, ready to be measured.
 *
 * @param name as it stands in the results
 * @param operations what it can do
 * @param closing gives back what it holds
 */
public record Peer(String name, Map<Task, Operation> operations, Runnable closing) implements AutoCloseable {

    /** Starts a peer that shares its connections with others, which close them. */
    public static Peer sharing(String name, Map<Task, Operation> operations) {
        return new Peer(name, operations, () -> {});
    }

    @Override
    public void close() {
        closing.run();
    }
}
