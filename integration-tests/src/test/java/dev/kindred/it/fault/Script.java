package dev.kindred.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers the boundaries of one execution and decides what happens at each. Confined to one thread. */
final class Script {

    /** A point where control passes to the driver or returns from it, and the faults that can occur there. */
    record Boundary(String name, Set<Fault> faults) {}

    private final List<Boundary> boundaries = new ArrayList<>();
    private Map<Integer, Fault> faults = Map.of();
    private Runnable cancel = () -> {};
    private boolean recording = true;

    /** Resets the script. The next boundary has number zero. */
    void start(Map<Integer, Fault> planned, Runnable cancelling) {
        boundaries.clear();
        faults = planned;
        cancel = cancelling;
        recording = true;
    }

    /** Injects no more faults. */
    void stop() {
        recording = false;
    }

    List<Boundary> boundaries() {
        return List.copyOf(boundaries);
    }

    /** Passes the next boundary. Cancels if that is planned, and returns the planned fault, or null. */
    @Nullable
    Fault pass(String name, Set<Fault> possible) {
        if (!recording) {
            return null;
        }
        Fault fault = faults.get(boundaries.size());
        boundaries.add(new Boundary(name, possible));
        if (fault == null) {
            return null;
        }
        if (!possible.contains(fault)) {
            throw new AssertionError("No " + fault + " can happen at " + name);
        }
        if (fault.cancels()) {
            cancel.run();
        }
        return fault;
    }
}
