package dev.kindred.reactor.internal.connection;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * The base of subscribers that request and keep the one value of a source. It can be cancelled from any thread, also
 * before the source has answered the subscription. Thread-safe.
 *
 * @param <T> the value
 */
public abstract class Receiver<T> implements CoreSubscriber<T> {

    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private @Nullable T value;

    /** For subclasses. */
    protected Receiver() {}

    @Override
    public final void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            subscription.request(Long.MAX_VALUE);
        } else {
            late(subscription);
        }
    }

    @Override
    public final void onNext(T item) {
        value = item;
    }

    /** Returns the value, or null without one, and forgets it. */
    protected final @Nullable T take() {
        @Nullable T taken = value;
        value = null;
        return taken;
    }

    /** Cancels the source once. A source that has not answered yet is cancelled when it does. */
    protected final void cancelUpstream() {
        @Nullable Subscription subscription = upstream.getAndSet(Operators.cancelledSubscription());
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** Ends a subscription that arrives after the cancel. */
    protected void late(Subscription subscription) {
        subscription.cancel();
    }
}
