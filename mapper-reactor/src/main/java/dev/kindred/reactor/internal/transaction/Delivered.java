package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.Relay;
import java.util.function.Consumer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A source of a transaction whose subscriber is part of its work. An exception that the subscriber throws reaches the
 * transaction, and not the driver. Thread-safe.
 *
 * @param <T> the value
 */
final class Delivered<T> extends MonoOperator<T, T> {

    private final Consumer<Throwable> thrown;

    private Delivered(Mono<? extends T> source, Consumer<Throwable> thrown) {
        super(source);
        this.thrown = thrown;
    }

    /** Returns {@code source}; {@code thrown} receives the exceptions of its subscriber. */
    static <T> Mono<T> of(Mono<T> source, Consumer<Throwable> thrown) {
        return onAssembly(new Delivered<>(source, thrown));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Delivery<>(actual, thrown));
    }

    private static final class Delivery<T> extends Relay<T> {

        private final Consumer<Throwable> thrown;

        Delivery(CoreSubscriber<? super T> actual, Consumer<Throwable> thrown) {
            super(actual);
            this.thrown = thrown;
        }

        @Override
        public void onNext(T value) {
            deliver(() -> super.onNext(value));
        }

        @Override
        public void onComplete() {
            deliver(super::onComplete);
        }

        @Override
        public void onError(Throwable error) {
            deliver(() -> super.onError(error));
        }

        private void deliver(Runnable signal) {
            try {
                signal.run();
            } catch (Throwable failure) {
                thrown.accept(failure);
            }
        }
    }
}
