package dev.kindred.reactor.internal.connection;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Separates the work on a connection from its subscriber. The work begins with the first request, so a subscriber
 * without demand holds no connection. Exceptions of the subscriber are dropped here. Otherwise they would interrupt the
 * driver and the pool, which serve other callers on the same thread. Thread-safe.
 */
public final class Handover {

    private Handover() {}

    /** Returns the outcome of {@code work}. */
    public static <T> Mono<T> of(Mono<T> work) {
        return new One<>(work);
    }

    /** Returns each element of the list that {@code work} emits. */
    public static <T> Flux<T> each(Mono<List<T>> work) {
        return new Many<>(work.flatMapIterable(all -> all));
    }

    /** Drops {@code thrown}, an exception of a subscriber with {@code context}. */
    public static void drop(Throwable thrown, Context context) {
        Operators.onErrorDropped(thrown, context);
    }

    private static final class One<T> extends Mono<T> {

        private final Mono<T> work;

        One(Mono<T> work) {
            this.work = work;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            new Side<>(work, actual).begin();
        }
    }

    private static final class Many<T> extends Flux<T> {

        private final Flux<T> work;

        Many(Flux<T> work) {
            this.work = work;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            new Side<>(work, actual).begin();
        }
    }

    /** The subscriber's side. It counts the demand until the work answers. */
    private static final class Side<T> extends Stage<T> {

        @SuppressWarnings("rawtypes") // a class literal has no type arguments
        private static final AtomicIntegerFieldUpdater<Side> STARTS =
                AtomicIntegerFieldUpdater.newUpdater(Side.class, "starts");

        private final Publisher<T> work;
        private final Operators.DeferredSubscription demand = new Operators.DeferredSubscription();
        /** Set by the field updater. The first request or cancel sets it. */
        private volatile int starts;

        private boolean ended;

        Side(Publisher<T> work, CoreSubscriber<? super T> actual) {
            super(actual);
            this.work = work;
        }

        void begin() {
            super.onSubscribe(demand);
        }

        @Override
        public void request(long n) {
            if (!Operators.validate(n)) {
                return;
            }
            super.request(n);
            if (starts == 0 && STARTS.compareAndSet(this, 0, 1)) {
                start();
            }
        }

        /** A cancel before the first request counts as the start, so that no work begins. */
        @Override
        public void cancel() {
            STARTS.compareAndSet(this, 0, 1);
            super.cancel();
        }

        /** Reactor throws errors that it treats as fatal. The subscriber gets them as an error. */
        private void start() {
            try {
                work.subscribe(this);
            } catch (Throwable thrown) {
                onError(thrown);
            }
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            demand.set(subscription);
        }

        @Override
        public void onNext(T value) {
            if (ended) {
                Operators.onDiscard(value, currentContext());
                return;
            }
            try {
                actual().onNext(value);
            } catch (Throwable thrown) {
                ended = true;
                cancel();
                drop(thrown, currentContext());
            }
        }

        @Override
        public void onComplete() {
            if (!ended) {
                ended = true;
                try {
                    actual().onComplete();
                } catch (Throwable thrown) {
                    drop(thrown, currentContext());
                }
            }
        }

        @Override
        public void onError(Throwable error) {
            if (ended) {
                drop(error, currentContext());
                return;
            }
            ended = true;
            try {
                actual().onError(error);
            } catch (Throwable thrown) {
                drop(thrown, currentContext());
            }
        }
    }
}
