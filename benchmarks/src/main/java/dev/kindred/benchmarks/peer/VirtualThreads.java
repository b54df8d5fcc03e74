package dev.kindred.benchmarks.peer;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, which the JDK that compiles this does not know. */
final class VirtualThreads {

    private VirtualThreads() {}

    static Optional<ExecutorService> executor() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
