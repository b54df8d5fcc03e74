package dev.kindred.reactor.internal.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A source with a timeout, counted from its first demand. After the timeout it is cancelled and ends with an error on a
 * thread of {@link Schedulers#parallel()}. It costs a fraction of {@link Mono#timeout(Duration)}, since every statement
 * has a timeout: all timeouts are in one hashed timing wheel (Varghese and Lauck, 1987) with a precision of 20
 * milliseconds. The wheel stops when it is empty. Thread-safe.
 *
 * @param <T> the value
 */
public final class TimeoutMono<T> extends MonoOperator<T, T> {

    private static final TimingWheel WHEEL = new TimingWheel(Duration.ofMillis(20), Duration.ofSeconds(1));

    private static volatile @Nullable Scheduler clock;

    private final long nanos;
    private final Outcome<? super T> outcome;

    private TimeoutMono(Mono<? extends T> source, long nanos, Outcome<? super T> outcome) {
        super(source);
        this.nanos = nanos;
        this.outcome = outcome;
    }

    /** Returns {@code source} bounded by {@code time}; {@code outcome} names its errors and takes late values. */
    public static <T> Mono<T> within(Duration time, Mono<T> source, Outcome<? super T> outcome) {
        return onAssembly(new TimeoutMono<>(source, time.toNanos(), outcome));
    }

    /**
     * Uses {@code scheduler} for timeouts that start from now on, for tests with a virtual time. Null restores the
     * timing wheel.
     */
    public static void useClock(@Nullable Scheduler scheduler) {
        clock = scheduler;
    }

    /** Returns the nanoseconds of the clock of timeouts, which have no fixed origin. */
    static long now() {
        @Nullable Scheduler scheduler = clock;
        return scheduler == null ? System.nanoTime() : scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** Calls {@code expired} after {@code time}, on the thread of a timeout, unless the result is disposed before. */
    static Disposable after(Duration time, Runnable expired) {
        return after(time.toNanos(), expired);
    }

    private static Disposable after(long nanos, Runnable expired) {
        @Nullable Scheduler scheduler = clock;
        return scheduler == null
                ? WHEEL.after(nanos, expired)
                : scheduler.schedule(expired, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Wait<>(actual, this));
    }

    /**
     * The outcome of a source that fails or is late.
     *
     * @param <T> the value
     */
    public interface Outcome<T> {

        /** Returns the error after the timeout. */
        Throwable expired();

        /** Returns the error to show for an error of the source. */
        default Throwable failed(Throwable error) {
            return error;
        }

        /** Takes a value that arrives after the timeout or after a cancel. */
        default void late(T value) {}
    }

    private static final class Wait<T> extends Relay<T> {

        private final TimeoutMono<T> bounded;
        private volatile @Nullable Disposable timeout;

        Wait(CoreSubscriber<? super T> actual, TimeoutMono<T> bounded) {
            super(actual);
            this.bounded = bounded;
        }

        /**
         * Starts the time before the source can answer, so that the end finds the timeout. An end that comes meanwhile
         * did not find it.
         */
        @Override
        public void request(long n) {
            if (timeout == null && !isEnded()) {
                timeout = after(bounded.nanos, this::expire);
                if (isEnded()) {
                    ended();
                }
            }
            super.request(n);
        }

        private void expire() {
            if (!isEnded()) {
                fail(bounded.outcome.expired());
            }
        }

        @Override
        protected void ended() {
            @Nullable Disposable running = timeout;
            if (running != null) {
                running.dispose();
            }
        }

        @Override
        protected Throwable named(Throwable error) {
            return bounded.outcome.failed(error);
        }

        @Override
        protected void late(T value) {
            bounded.outcome.late(value);
        }
    }
}
