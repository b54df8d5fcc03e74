package dev.kindred.test.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition instead of sleeping. Safe for use by many threads: it has no state. */
public final class Await {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();

    private Await() {}

    /**
     * Evaluates the condition repeatedly until it holds: at least once, and once more after the limit.
     *
     * @param limit the maximum time to wait
     * @param condition the condition
     * @param message returns the expected and the actual state; only called on failure
     * @throws AssertionError with that message if the limit passes first, or the thread is interrupted
     */
    public static void await(Duration limit, BooleanSupplier condition, Supplier<String> message) {
        requireNonNull(condition, "condition must not be null");
        requireNonNull(message, "message must not be null");
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = SHORTEST_PAUSE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0 && !condition.getAsBoolean()) {
                throw new AssertionError(message.get() + "\n(waited " + limit.toMillis() + " ms)");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Interrupted while waiting: " + message.get());
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }
}
