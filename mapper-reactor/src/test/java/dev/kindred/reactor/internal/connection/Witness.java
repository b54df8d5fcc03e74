package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** A subscriber that counts its signals, and what was discarded or dropped for it. Safe for use by many threads. */
public final class Witness implements CoreSubscriber<String> {

    private final AtomicInteger values = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger discarded = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger early = new AtomicInteger();
    private volatile Subscription subscription;

    @Override
    public Context currentContext() {
        Consumer<Throwable> drop = error -> dropped.incrementAndGet();
        return Operators.enableOnDiscard(
                Context.of("reactor.onErrorDropped.local", drop), value -> discarded.incrementAndGet());
    }

    @Override
    public void onSubscribe(Subscription given) {
        for (int i = 0; i < 100; i++) {
            Thread.onSpinWait();
        }
        subscription = given;
        subscriptions.incrementAndGet();
    }

    /** Requests a value. */
    public void request() {
        Objects.requireNonNull(subscription).request(1);
    }

    /** Cancels. */
    public void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    @Override
    public void onNext(String value) {
        assertThat(ends).as("ends before the value").hasValue(0);
        values.incrementAndGet();
    }

    @Override
    public void onError(Throwable error) {
        if (subscriptions.get() == 0) {
            early.incrementAndGet();
        }
        ends.incrementAndGet();
    }

    @Override
    public void onComplete() {
        ends.incrementAndGet();
    }

    /** Returns how many subscriptions came. */
    public int subscriptions() {
        return subscriptions.get();
    }

    /** Returns how many errors came before a subscription. */
    public int early() {
        return early.get();
    }

    /** Returns how many values came. */
    public int values() {
        return values.get();
    }

    /** Returns how many times the source ended. */
    public int ends() {
        return ends.get();
    }

    /** Returns how many values were discarded. */
    public int discarded() {
        return discarded.get();
    }

    /** Returns how many errors were dropped. */
    public int dropped() {
        return dropped.get();
    }
}
