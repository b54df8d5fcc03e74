package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Handover;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Runs a limited number of turns at a time, in the order of their subscriptions. With a capacity of one it guards a
 * connection: its statements run one after another. The driver queues at most 256 statements, fails beyond, and leaks a
 * statement that is cancelled in its queue. A gate queues any number. A turn that is cancelled while it waits is never
 * sent. Thread-safe and non-blocking.
 */
final class Gate {

    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong turns = new AtomicLong();
    private final int capacity;

    /** Lets one turn run at a time. */
    Gate() {
        this(1);
    }

    /** Lets {@code capacity} turns run at a time. */
    Gate(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Returns {@code source}, subscribed when its turn comes. The turn lasts until {@code source} ends, also after a
     * cancel: the state of a transaction is unknown after an interrupted statement. A cancel while it runs calls
     * {@code abandoned}.
     */
    <T> Mono<T> pass(Mono<T> source, Runnable abandoned) {
        return Mono.create(sink -> {
            Passage<T> passage = new Passage<>(this, source, sink, abandoned);
            sink.onCancel(passage);
            enqueue(passage);
        });
    }

    /**
     * Returns {@code work}, subscribed when its turn comes. The turn lasts until the work calls the given
     * {@link Runnable}. A cancel reaches the work.
     */
    <T> Mono<T> hold(Function<Runnable, Mono<T>> work) {
        return Mono.create(sink -> {
            Holding<T> holding = new Holding<>(this, work, sink);
            sink.onCancel(holding);
            enqueue(holding);
        });
    }

    /** Returns the number of turns so far, or 0 if none runs or waits. */
    long turns() {
        return running.get() > 0 || !waiting.isEmpty() ? turns.get() : 0;
    }

    /** Returns whether a turn is running. */
    boolean isOccupied() {
        return running.get() > 0;
    }

    /** Ends the running turn. */
    void leave() {
        running.decrementAndGet();
        drain();
    }

    private void enqueue(Turn turn) {
        turns.incrementAndGet();
        waiting.add(turn);
        drain();
    }

    /** A loop instead of recursion: ten thousand turns that end at once do not overflow the stack. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            startNext();
            missed = drains.addAndGet(-missed);
        }
    }

    private void startNext() {
        while (running.get() < capacity) {
            Turn turn = waiting.poll();
            if (turn == null) {
                return;
            }
            running.incrementAndGet();
            if (!start(turn)) {
                running.decrementAndGet();
            }
        }
    }

    /** A turn that throws keeps its place, since its work may still run. */
    private boolean start(Turn turn) {
        try {
            return turn.start();
        } catch (Throwable failure) {
            Handover.drop(failure, Context.empty());
            return true;
        }
    }

    /** Sends a signal to the subscriber of a turn. An exception of the subscriber does not stop the other turns. */
    void tell(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable failure) {
            Handover.drop(failure, Context.empty());
        }
    }

    /** A turn that waits at the gate. */
    interface Turn {

        /** Starts and returns true, or returns false if it was cancelled before. */
        boolean start();
    }
}
