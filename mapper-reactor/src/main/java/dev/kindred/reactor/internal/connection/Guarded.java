package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MappingException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A source that ends with an error whenever it throws. Reactor throws what it takes for fatal, such as a class that is missing, and sends no
 * signal then: whatever waits for the source, with a connection in its hands, would wait for ever. Thread-safe.
 *
 * @param <T> the value
 */
public final class Guarded<T> extends MonoOperator<T, T> {

    private final Consumer<Consumer<Throwable>> started;

    private Guarded(Mono<? extends T> source, Consumer<Consumer<Throwable>> started) {
        super(source);
        this.started = started;
    }

    /** Returns {@code source}, which ends with an error when it throws on subscription or request. */
    public static <T> Mono<T> of(Mono<T> source) {
        return of(source, end -> {});
    }

    /** Returns the same; {@code started} is given what ends a source that runs with an error. */
    public static <T> Mono<T> of(Mono<T> source, Consumer<Consumer<Throwable>> started) {
        return onAssembly(new Guarded<>(source, started));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Guard<T> guard = new Guard<>(actual);
        started.accept(guard::fail);
        try {
            source.subscribe(guard);
        } catch (Throwable thrown) {
            guard.fail(thrown);
        }
    }

    private static final class Guard<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> actual;
        private final AtomicBoolean ended = new AtomicBoolean();
        private @Nullable Subscription upstream;

        Guard(CoreSubscriber<? super T> actual) {
            this.actual = actual;
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
                try {
                    upstream.request(n);
                } catch (Throwable thrown) {
                    fail(thrown);
                }
            }
        }

        @Override
        public void cancel() {
            if (ended.compareAndSet(false, true) && upstream != null) {
                upstream.cancel();
            }
        }

        /** The value is the end. One that comes after a cancel is discarded. */
        @Override
        public void onNext(T value) {
            if (ended.compareAndSet(false, true)) {
                actual.onNext(value);
                actual.onComplete();
            } else {
                Operators.onDiscard(value, currentContext());
            }
        }

        @Override
        public void onComplete() {
            if (ended.compareAndSet(false, true)) {
                actual.onComplete();
            }
        }

        /** An error that comes after the end is one of what was cancelled. */
        @Override
        public void onError(Throwable error) {
            if (ended.compareAndSet(false, true)) {
                actual.onError(error);
            }
        }

        /** What is thrown after the end is an error of the subscriber. */
        void fail(Throwable thrown) {
            if (!ended.compareAndSet(false, true)) {
                Handover.drop(thrown, currentContext());
            } else if (upstream == null) {
                Operators.error(actual, signal(thrown));
            } else {
                upstream.cancel();
                actual.onError(signal(thrown));
            }
        }

        /** Operators throw what is fatal again where it comes as a signal. */
        private static Throwable signal(Throwable thrown) {
            return Exceptions.isFatal(thrown)
                    ? new MappingException(
                            "The work failed with " + thrown.getClass().getSimpleName() + ". See the cause.", thrown)
                    : thrown;
        }
    }
}
