package dev.kindred.it.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Hooks;

/**
 * The errors that Reactor had nobody to tell, of the whole JVM. Safe for use by many threads.
 *
 * <p>Reactor has one hook for all, so tests that run at the same time can't be told apart.
 */
final class DroppedErrors {

    private static final Queue<Throwable> RECORDED = new ConcurrentLinkedQueue<>();
    private static final AtomicBoolean RECORDING = new AtomicBoolean();

    private DroppedErrors() {}

    /** Forgets what came before. From the first call on errors are recorded, until the JVM exits. */
    static void startAfresh() {
        if (RECORDING.compareAndSet(false, true)) {
            Hooks.onErrorDropped(RECORDED::add);
        }
        RECORDED.clear();
    }

    /** Gives what was recorded since the last call, and forgets it. */
    static List<Throwable> take() {
        List<Throwable> taken = new ArrayList<>();
        for (Throwable next = RECORDED.poll(); next != null; next = RECORDED.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
