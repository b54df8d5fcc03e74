package dev.kindred.reactor.internal.connection;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The base of operators between a source and its subscriber. It passes on the Context, the subscription, the demand and
 * the cancel.
 *
 * @param <T> the value
 */
abstract class Stage<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private volatile @Nullable Subscription upstream;

    /** Passes signals on to {@code actual}. */
    Stage(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    final CoreSubscriber<? super T> actual() {
        return actual;
    }

    @Override
    public final Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            actual.onSubscribe(this);
        }
    }

    /** Replaces the source, which has ended. */
    final void replace(Subscription subscription) {
        upstream = subscription;
    }

    @Override
    public void request(long n) {
        @Nullable Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
        }
    }

    @Override
    public void cancel() {
        @Nullable Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
