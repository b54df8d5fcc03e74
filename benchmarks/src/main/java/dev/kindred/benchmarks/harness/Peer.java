package dev.kindred.benchmarks.harness;

import java.util.Map;
import java.util.function.IntSupplier;

/**
 * An implementation of the tasks.
 *
 * @param name the name in the results
 * @param operations the supported tasks
 * @param closing closes the peer and its connections
 * @param connectionsInUse returns the number of connections that are currently acquired
 */
public record Peer(String name, Map<Task, Operation> operations, Runnable closing, IntSupplier connectionsInUse)
        implements AutoCloseable {

    /** Returns a variant of some tasks on the same connections. This peer closes them. */
    public Peer variant(String suffix, Map<Task, Operation> others) {
        return new Peer(name + suffix, others, () -> {}, connectionsInUse);
    }

    @Override
    public void close() {
        closing.run();
    }
}
