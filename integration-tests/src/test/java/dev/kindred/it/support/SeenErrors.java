package dev.kindred.it.support;

import dev.kindred.error.MapperException;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Shows each error of Kindred that reaches a subscriber to {@link Leaks}. */
final class SeenErrors<T> implements CoreSubscriber<T> {

    private final CoreSubscriber<? super T> actual;

    private SeenErrors(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /** Watches all subscriptions of the JVM. */
    static void watch() {
        Hooks.onLastOperator(SeenErrors.class.getName(), Operators.lift((source, actual) -> new SeenErrors<>(actual)));
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        actual.onSubscribe(subscription);
    }

    @Override
    public void onNext(T value) {
        actual.onNext(value);
    }

    @Override
    public void onError(Throwable error) {
        if (error instanceof MapperException) {
            Leaks.failed(error);
        }
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        actual.onComplete();
    }
}
