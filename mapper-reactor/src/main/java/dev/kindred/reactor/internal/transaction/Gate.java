package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Handover;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Lets a number of turns run at a time, in the order in which they were subscribed. With a capacity of one it guards a connection:
 * its statements pass one after another. The driver queues at most 256
 * statements and fails beyond, and a statement that is cancelled in its queue leaks; here any number waits, and one that is cancelled
 * while waiting is never sent. Thread-safe and non-blocking.
 */
final class Gate {

    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
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
     * Returns {@code source}, subscribed when its turn comes, which lasts until it ends. Once it runs it runs to its end, also when its
     * subscriber goes away, since a statement that is cut off leaves the transaction in a state nobody knows; {@code abandoned} is called
     * then.
     */
    <T> Mono<T> pass(Mono<T> source, Runnable abandoned) {
        return Mono.create(sink -> {
            Passage<T> passage = new Passage<>(this, source, sink, abandoned);
            sink.onCancel(passage);
            enqueue(passage);
        });
    }

    /** Returns {@code work}, subscribed when its turn comes, which lasts until it calls the given {@link Runnable}; a cancel reaches it. */
    <T> Mono<T> hold(Function<Runnable, Mono<T>> work) {
        return Mono.create(sink -> {
            Holding<T> holding = new Holding<>(this, work, sink);
            sink.onCancel(holding);
            enqueue(holding);
        });
    }

    /** Tells whether a turn is running. */
    boolean isOccupied() {
        return running.get() > 0;
    }

    /** Ends the running turn. */
    void leave() {
        running.decrementAndGet();
        drain();
    }

    private void enqueue(Turn turn) {
        waiting.add(turn);
        drain();
    }

    /** A loop instead of a call from turn to turn, so that ten thousand turns that end at once do not overflow the stack. */
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

    /** One that throws keeps its place, since what it began may still run. */
    private boolean start(Turn turn) {
        try {
            return turn.start();
        } catch (Throwable failure) {
            Handover.drop(failure, Context.empty());
            return true;
        }
    }

    /** Gives a signal to the subscriber of a turn. What that throws does not keep the other turns from running. */
    void tell(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable failure) {
            Handover.drop(failure, Context.empty());
        }
    }

    /** One that waits at the gate. */
    interface Turn {

        /** Starts and returns true, or returns false when it was cancelled while waiting. */
        boolean start();
    }
}
