package dev.kindred.reactor.internal.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * A source that must end within a time, counted from its first demand; else it is cancelled and ends with an error, on a thread of
 * {@link Schedulers#parallel()}. It does what {@link Mono#timeout(Duration)} does at a fraction of the cost, which counts where each
 * statement has such a limit: the times are kept in one hashed timing wheel (Varghese and Lauck, 1987), as exact as its ticks of 20
 * milliseconds. The wheel stops when nothing waits. Thread-safe.
 *
 * @param <T> the value
 */
public final class Bounded<T> extends MonoOperator<T, T> {

    private static final TimingWheel WHEEL = new TimingWheel(Duration.ofMillis(20), Duration.ofSeconds(1));

    private static volatile @Nullable Scheduler clock;

    private final long nanos;
    private final Outcome<? super T> outcome;

    private Bounded(Mono<? extends T> source, long nanos, Outcome<? super T> outcome) {
        super(source);
        this.nanos = nanos;
        this.outcome = outcome;
    }

    /** Returns {@code source} bounded by {@code time}; {@code outcome} says what becomes of it where it does not end well. */
    public static <T> Mono<T> within(Duration time, Mono<T> source, Outcome<? super T> outcome) {
        return onAssembly(new Bounded<>(source, time.toNanos(), outcome));
    }

    /** Takes the time of all waits that begin from now on from {@code scheduler}, for tests that move the time by themselves, or no longer. */
    public static void useClock(@Nullable Scheduler scheduler) {
        clock = scheduler;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Wait<>(actual, this));
    }

    /**
     * What becomes of a source that does not end well, or not in time.
     *
     * @param <T> the value
     */
    public interface Outcome<T> {

        /** Returns the error of a source that has not ended in time. */
        Throwable expired();

        /** Returns what is to be said of an error of the source. */
        default Throwable failed(Throwable error) {
            return error;
        }

        /** Takes a value that comes when nobody waits for it any more, after the time or after a cancel. */
        default void late(T value) {}
    }

    private static final class Wait<T> implements CoreSubscriber<T>, Subscription {

        @SuppressWarnings("rawtypes") // a class literal has no type arguments
        private static final AtomicIntegerFieldUpdater<Wait> ENDS =
                AtomicIntegerFieldUpdater.newUpdater(Wait.class, "ends");

        private final CoreSubscriber<? super T> actual;
        private final Bounded<T> bounded;
        /** Counted by the field updater; the first end counts. */
        private volatile int ends;

        private @Nullable Subscription upstream;
        private @Nullable Disposable timeout;

        Wait(CoreSubscriber<? super T> actual, Bounded<T> bounded) {
            this.actual = actual;
            this.bounded = bounded;
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

        /** The time is set before the source may answer, so that whoever ends the wait finds it. */
        @Override
        public void request(long n) {
            if (timeout == null && ends == 0) {
                timeout = start();
            }
            if (upstream != null) {
                upstream.request(n);
            }
        }

        private Disposable start() {
            @Nullable Scheduler scheduler = clock;
            return scheduler == null
                    ? WHEEL.after(bounded.nanos, this::expire)
                    : scheduler.schedule(this::expire, bounded.nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void cancel() {
            if (isFirstEnd()) {
                forget();
                cancelUpstream();
            }
        }

        /** The value is the end: nothing that comes behind it, an error or a cancel, concerns anybody. */
        @Override
        public void onNext(T value) {
            if (isFirstEnd()) {
                forget();
                actual.onNext(value);
                actual.onComplete();
            } else {
                bounded.outcome.late(value);
            }
        }

        @Override
        public void onComplete() {
            if (isFirstEnd()) {
                forget();
                actual.onComplete();
            }
        }

        /** An error that comes when nobody waits any more is one of what was cancelled. */
        @Override
        public void onError(Throwable error) {
            if (isFirstEnd()) {
                forget();
                actual.onError(bounded.outcome.failed(error));
            }
        }

        private boolean isFirstEnd() {
            return ENDS.compareAndSet(this, 0, 1);
        }

        private void expire() {
            if (isFirstEnd()) {
                cancelUpstream();
                actual.onError(bounded.outcome.expired());
            }
        }

        private void cancelUpstream() {
            if (upstream != null) {
                upstream.cancel();
            }
        }

        private void forget() {
            if (timeout != null) {
                timeout.dispose();
            }
        }
    }
}
