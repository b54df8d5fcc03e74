package dev.kindred.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers the boundaries of one execution and says what happens at each. Confined to one thread. */
final class Script {

    /** Where work goes over to the driver or comes back from it, and what can go wrong there. */
    record Boundary(String name, Set<Fault> faults) {}

    private final List<Boundary> boundaries = new ArrayList<>();
    private Map<Integer, Fault> faults = Map.of();
    private Runnable cancel = () -> {};
    private boolean recording = true;

    /** Forgets what was passed. The boundaries to come are numbered from zero. */
    void start(Map<Integer, Fault> planned, Runnable cancelling) {
        boundaries.clear();
        faults = planned;
        cancel = cancelling;
        recording = true;
    }

    /** Lets everything pass from here on. */
    void stop() {
        recording = false;
    }

    List<Boundary> boundaries() {
        return List.copyOf(boundaries);
    }

    /** Passes the next boundary: cancels when that is planned, and returns what is planned, or null. */
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
