package dev.kindred.it.fault;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Hooks;

/** Collects the errors that Reactor drops. Confined to one thread. */
final class Dropped implements AutoCloseable {

    private final List<String> dropped = new ArrayList<>();

    Dropped() {
        Hooks.onErrorDropped(error -> dropped.add("an error was dropped: " + error));
        Hooks.onNextDropped(value -> dropped.add("a value was dropped: " + value));
    }

    void forget() {
        dropped.clear();
    }

    List<String> all() {
        return dropped;
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
    }
}
