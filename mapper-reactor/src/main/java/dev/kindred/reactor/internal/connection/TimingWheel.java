package dev.kindred.reactor.internal.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Runs tasks after a time, each on a thread of {@link Schedulers#parallel()}. Most tasks are disposed before, which
 * costs almost nothing: a task that is disposed within a tick never enters the wheel. The thread of the wheel ends
 * after an idle time, and the next task starts a new one, so an idle process does not wake. Thread-safe.
 */
final class TimingWheel {

    private static final int BUCKETS = 512;

    private final long origin = System.nanoTime();
    private final long tick;
    private final int idleTicks;
    private final Queue<Alarm> fresh = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean turning = new AtomicBoolean();

    /** Has the precision {@code tick}, and stops after {@code idle} without a task. */
    TimingWheel(Duration tick, Duration idle) {
        this.tick = tick.toNanos();
        this.idleTicks = (int) (idle.toNanos() / this.tick);
    }

    /** Runs {@code task} after {@code nanos}, never earlier, unless it is disposed before. */
    Disposable after(long nanos, Runnable task) {
        long now = System.nanoTime() - origin;
        long due = nanos > Long.MAX_VALUE - now - tick ? Long.MAX_VALUE / tick : (now + nanos + tick - 1) / tick;
        Alarm alarm = new Alarm(due, task, waiting);
        waiting.incrementAndGet();
        fresh.add(alarm);
        if (!turning.get()) {
            turn();
        }
        return alarm;
    }

    /** Returns whether the thread of the wheel runs. */
    boolean isTurning() {
        return turning.get();
    }

    private void turn() {
        if (!turning.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(new Worker(), "kindred-timer");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Throwable failure) {
            turning.set(false);
            throw failure;
        }
    }

    private long ticks() {
        return (System.nanoTime() - origin) / tick;
    }

    private static void fire(Runnable task) {
        try {
            Schedulers.parallel().schedule(task);
        } catch (RejectedExecutionException shutDown) {
            task.run();
        }
    }

    /** A waiting task. It releases the task when it is disposed. */
    private static final class Alarm extends AtomicReference<@Nullable Runnable> implements Disposable {

        private static final long serialVersionUID = 1;

        private final long due;
        private final transient AtomicInteger waiting;

        Alarm(long due, Runnable task, AtomicInteger waiting) {
            super(task);
            this.due = due;
            this.waiting = waiting;
        }

        @Nullable
        Runnable take() {
            @Nullable Runnable task = getAndSet(null);
            if (task != null) {
                waiting.decrementAndGet();
            }
            return task;
        }

        @Override
        public void dispose() {
            take();
        }

        @Override
        public boolean isDisposed() {
            return get() == null;
        }
    }

    /** Turns the wheel. When it ends, all alarms in its buckets are over. */
    private final class Worker implements Runnable {

        private final List<List<Alarm>> buckets = IntStream.range(0, BUCKETS)
                .<List<Alarm>>mapToObj(i -> new ArrayList<>())
                .toList();
        private long done = ticks();
        private int idle;

        @Override
        public void run() {
            do {
                sleep();
                advance(ticks());
                idle = waiting.get() == 0 ? idle + 1 : 0;
            } while (idle <= idleTicks || !mayStop());
        }

        /** An alarm is counted before it looks whether the wheel turns, so one of the two sees the other. */
        private boolean mayStop() {
            turning.set(false);
            return waiting.get() == 0 || !turning.compareAndSet(false, true);
        }

        private void sleep() {
            long left = (done + 1) * tick - (System.nanoTime() - origin);
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            }
        }

        private void advance(long now) {
            for (Alarm alarm = fresh.poll(); alarm != null; alarm = fresh.poll()) {
                if (!isOver(alarm, now)) {
                    buckets.get((int) (alarm.due % BUCKETS)).add(alarm);
                }
            }
            long first = Math.max(done + 1, now - BUCKETS + 1);
            for (long passed = first; passed <= now; passed++) {
                buckets.get((int) (passed % BUCKETS)).removeIf(alarm -> isOver(alarm, now));
            }
            done = now;
        }

        /** Runs a due task. An exception does not stop the other tasks. */
        private boolean isOver(Alarm alarm, long now) {
            @Nullable Runnable task = alarm.due <= now ? alarm.take() : null;
            if (task != null) {
                try {
                    fire(task);
                } catch (Throwable failure) {
                    Handover.drop(failure, Context.empty());
                }
            }
            return alarm.isDisposed();
        }
    }
}
