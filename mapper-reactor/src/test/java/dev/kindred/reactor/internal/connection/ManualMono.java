package dev.kindred.reactor.internal.connection;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** A source that answers when a test says so, also after a cancel. Safe for use by many threads. */
public final class ManualMono extends Mono<String> {

    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger cancels = new AtomicInteger();
    private volatile CoreSubscriber<? super String> subscriber;

    @Override
    public void subscribe(CoreSubscriber<? super String> actual) {
        subscriptions.incrementAndGet();
        subscriber = actual;
        actual.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                // answers when the test says so
            }

            @Override
            public void cancel() {
                cancels.incrementAndGet();
            }
        });
    }

    /** Emits a value and completes. */
    public void answer() {
        CoreSubscriber<? super String> given = Objects.requireNonNull(subscriber);
        given.onNext("value");
        given.onComplete();
    }

    /** Ends with an error. */
    public void fail() {
        fail(new IllegalStateException("failed"));
    }

    /** Ends with {@code error}. */
    public void fail(Throwable error) {
        Objects.requireNonNull(subscriber).onError(error);
    }

    /** Returns how many subscribers came. */
    public int subscriptions() {
        return subscriptions.get();
    }

    /** Returns how many cancels came. */
    public int cancels() {
        return cancels.get();
    }
}
