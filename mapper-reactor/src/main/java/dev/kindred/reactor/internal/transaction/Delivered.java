package dev.kindred.reactor.internal.transaction;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A source of a transaction whose subscriber is part of its work. What the subscriber throws goes to the transaction, and not to the driver.
 * Thread-safe.
 *
 * @param <T> the value
 */
final class Delivered<T> extends MonoOperator<T, T> {

    private final Consumer<Throwable> thrown;

    private Delivered(Mono<? extends T> source, Consumer<Throwable> thrown) {
        super(source);
        this.thrown = thrown;
    }

    /** Returns {@code source}; what its subscriber throws in place of taking a signal is given to {@code thrown}. */
    static <T> Mono<T> of(Mono<T> source, Consumer<Throwable> thrown) {
        return onAssembly(new Delivered<>(source, thrown));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Delivery<>(actual, thrown));
    }

    private static final class Delivery<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> actual;
        private final Consumer<Throwable> thrown;
        private @Nullable Subscription upstream;
        private boolean failed;

        Delivery(CoreSubscriber<? super T> actual, Consumer<Throwable> thrown) {
            this.actual = actual;
            this.thrown = thrown;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            if (Operators.validate(upstream, subscription)) {
                upstream = subscription;
                actual.onSubscribe(this);
            }
        }

        @Override
        public void request(long n) {
            if (upstream != null) {
                upstream.request(n);
            }
        }

        @Override
        public void cancel() {
            if (upstream != null) {
                upstream.cancel();
            }
        }

        @Override
        public void onNext(T value) {
            deliver(() -> actual.onNext(value));
        }

        @Override
        public void onComplete() {
            deliver(actual::onComplete);
        }

        @Override
        public void onError(Throwable error) {
            deliver(() -> actual.onError(error));
        }

        private void deliver(Runnable signal) {
            if (failed) {
                return;
            }
            try {
                signal.run();
            } catch (Throwable failure) {
                failed = true;
                thrown.accept(failure);
            }
        }
    }
}
