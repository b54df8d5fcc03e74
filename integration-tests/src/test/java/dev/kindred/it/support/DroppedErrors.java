package dev.kindred.it.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Hooks;

/**
 * The errors that Reactor dropped in the whole JVM. Safe for use by many threads.
 *
 * <p>Reactor has one global hook, so errors of concurrent tests cannot be separated.
 */
final class DroppedErrors {

    private static final Queue<Throwable> RECORDED = new ConcurrentLinkedQueue<>();
    private static final AtomicBoolean RECORDING = new AtomicBoolean();

    /** The driver sees the end of a socket some time after a test has closed it. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static volatile long brokenUntil = System.nanoTime();

    private DroppedErrors() {}

    /** Records that a proxy closes sockets of the driver. */
    static void socketsBreak() {
        brokenUntil = System.nanoTime() + LATE.toNanos();
    }

    /** Returns whether a proxy closed sockets a short time ago. An error of a socket can then be of an earlier test. */
    static boolean areSocketsBroken() {
        return brokenUntil - System.nanoTime() > 0;
    }

    /** Clears earlier errors. After the first call, errors are recorded until the JVM exits. */
    static void startAfresh() {
        if (RECORDING.compareAndSet(false, true)) {
            Hooks.onErrorDropped(RECORDED::add);
        }
        RECORDED.clear();
    }

    /** Returns and clears the errors that were recorded since the last call. */
    static List<Throwable> take() {
        List<Throwable> taken = new ArrayList<>();
        for (Throwable next = RECORDED.poll(); next != null; next = RECORDED.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
