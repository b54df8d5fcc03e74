package dev.kindred.it.fault;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Emits some items and completes. Each signal is asynchronous and has its own boundary. Cold, for one subscriber.
 * Confined to one thread.
 */
final class ScriptedPublisher<T> implements Publisher<T>, Subscription {

    private static final Set<Fault> AT_SUBSCRIPTION = EnumSet.of(Fault.CANCEL);
    private static final Set<Fault> AT_ITEM = EnumSet.complementOf(EnumSet.of(Fault.THROWN));
    private static final Set<Fault> AT_END = EnumSet.complementOf(EnumSet.of(Fault.THROWN, Fault.EMPTY));

    private final Script script;
    private final String name;
    private final Exchange exchange;
    private final Queue<Supplier<? extends T>> items;
    private @Nullable Subscriber<? super T> subscriber;
    private long demand;
    private boolean scheduled;
    private boolean over;
    private boolean cancelled;
    private boolean mute;

    ScriptedPublisher(Script script, String name, Exchange exchange, List<Supplier<? extends T>> items) {
        this.script = script;
        this.name = name;
        this.exchange = exchange;
        this.items = new ArrayDeque<>(items);
    }

    @Override
    public void subscribe(Subscriber<? super T> actual) {
        if (subscriber != null) {
            throw new AssertionError(name + " was subscribed twice");
        }
        subscriber = actual;
        script.pass("subscription of " + name, AT_SUBSCRIPTION);
        exchange.begin();
        actual.onSubscribe(this);
        schedule();
    }

    @Override
    public void request(long n) {
        demand = Math.max(demand, demand + n);
        schedule();
    }

    @Override
    public void cancel() {
        if (!over && !cancelled) {
            cancelled = true;
            exchange.abandoned();
        }
    }

    /** Checks again whether the next signal can be emitted. */
    void schedule() {
        boolean due = items.isEmpty() ? exchange.mayComplete() : demand > 0;
        if (due && !scheduled && !over && !cancelled) {
            scheduled = true;
            exchange.later(this::signal);
        }
    }

    private void signal() {
        scheduled = false;
        if (cancelled || over || mute || exchange.isSilent()) {
            return;
        }
        boolean end = items.isEmpty();
        Throwable failure = exchange.failure();
        if (failure != null) {
            passFailure(failure);
            return;
        }
        Fault fault = script.pass(end ? "end of " + name : name, end ? AT_END : AT_ITEM);
        if (fault == null || fault == Fault.CANCEL_AND_SIGNAL || (fault == Fault.CANCEL && !cancelled)) {
            next();
        } else if (fault == Fault.LOST || fault == Fault.CANCEL_AND_LOST) {
            exchange.lose();
            fail(Failures.lost());
        } else if (fault == Fault.REFUSED) {
            exchange.refuse();
            fail(Failures.refused());
        } else if (fault == Fault.EMPTY) {
            items.clear();
            next();
        } else if (fault == Fault.NEVER) {
            mute = true;
            exchange.silence();
        }
    }

    /** An expected failure has no fault of its own, but can coincide with a cancel. */
    private void passFailure(Throwable failure) {
        Fault fault = script.pass("failure of " + name, EnumSet.of(Fault.CANCEL, Fault.CANCEL_AND_SIGNAL));
        if (!cancelled || fault == Fault.CANCEL_AND_SIGNAL) {
            fail(failure);
        }
    }

    private void next() {
        Supplier<? extends T> item = items.poll();
        if (item == null) {
            end();
            subscriber().onComplete();
        } else {
            demand--;
            emit(item);
        }
    }

    /** An item that cannot be created is an error, like a row that cannot be read. */
    private void emit(Supplier<? extends T> item) {
        T value;
        try {
            value = item.get();
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        subscriber().onNext(value);
        schedule();
    }

    private void fail(Throwable failure) {
        end();
        subscriber().onError(failure);
    }

    private void end() {
        over = true;
        exchange.end();
    }

    private Subscriber<? super T> subscriber() {
        Subscriber<? super T> known = subscriber;
        if (known == null) {
            throw new AssertionError(name + " has no subscriber");
        }
        return known;
    }

    /** The callbacks of a publisher to its connection. */
    interface Exchange {

        /** Runs {@code task} when the response is available. */
        void later(Runnable task);

        /** The request was sent. */
        default void begin() {}

        /** Tells whether completion can follow the last item. */
        default boolean mayComplete() {
            return true;
        }

        /** Tells whether the connection has stopped responding. */
        default boolean isSilent() {
            return false;
        }

        /** Returns the error that the request fails with in any case, or null. */
        default @Nullable Throwable failure() {
            return null;
        }

        /** The connection breaks. */
        default void lose() {}

        /** The server refuses the request. */
        default void refuse() {}

        /** The connection stops responding. */
        default void silence() {}

        /** The terminal signal is being emitted. */
        default void end() {}

        /** The subscriber has cancelled. */
        default void abandoned() {}
    }
}
