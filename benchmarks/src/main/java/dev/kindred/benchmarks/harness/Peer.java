package dev.kindred.benchmarks.harness;

import java.util.Map;
import java.util.function.IntSupplier;

/**
 * A way to do the tasks, ready to be measured.
 *
 * @param name as it stands in the results
 * @param operations what it can do
 * @param closing gives back what it holds
 * @param connectionsInUse how many of its connections are taken out of their pool right now
 */
public record Peer(String name, Map<Task, Operation> operations, Runnable closing, IntSupplier connectionsInUse)
        implements AutoCloseable {

    /** Returns another way to do some tasks on the same connections, which this one closes. */
    public Peer variant(String suffix, Map<Task, Operation> others) {
        return new Peer(name + suffix, others, () -> {}, connectionsInUse);
    }

    @Override
    public void close() {
        closing.run();
    }
}
