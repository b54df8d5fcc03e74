package dev.kindred.benchmarks.peer;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, by reflection, because the code is compiled for an older JDK. */
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
