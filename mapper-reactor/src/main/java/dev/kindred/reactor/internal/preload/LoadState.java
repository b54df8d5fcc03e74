package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.preload.SharedLoad.Waiter;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * What is known of a relation for the siblings of one batch, in one transaction or outside of any, and the load that is on its way.
 * Thread-safe.
 */
final class LoadState<R> {

    private final @Nullable TransactionScope scope;
    private final AtomicReference<@Nullable Resolution<R>> known = new AtomicReference<>();
    private final AtomicReference<@Nullable SharedLoad<Resolution<R>>> inFlight = new AtomicReference<>();

    LoadState(@Nullable TransactionScope scope) {
        this.scope = scope;
    }

    /** Returns what is known, or null. */
    @Nullable
    Resolution<R> known() {
        return scope != null && scope.isVoid() ? null : known.get();
    }

    /** Tells whether what is known here holds for somebody in {@code subscriber}. */
    boolean servesIn(@Nullable TransactionScope subscriber) {
        return scope == null || (subscriber != null && !scope.isVoid() && subscriber.isWithin(scope.effective()));
    }

    void remember(Resolution<R> newer) {
        known.accumulateAndGet(
                newer, (older, latest) -> older == null || latest == null ? latest : older.merge(latest));
    }

    /** Returns the outcome of the load that is on its way, or of {@code load} when there is none. Errors are not remembered. */
    Mono<Resolution<R>> join(Supplier<Mono<Resolution<R>>> load) {
        return new Joined<>(this, load);
    }

    private void join(Supplier<Mono<Resolution<R>>> load, Waiter<Resolution<R>> waiter) {
        while (true) {
            @Nullable SharedLoad<Resolution<R>> current = inFlight.get();
            if (current == null) {
                SharedLoad<Resolution<R>> fresh = new SharedLoad<>(
                        Mono.defer(load).doOnNext(this::remember), waiter, over -> inFlight.compareAndSet(over, null));
                if (inFlight.compareAndSet(null, fresh)) {
                    waiter.waitFor(fresh);
                    fresh.start();
                    return;
                }
            } else if (current.join(waiter)) {
                waiter.waitFor(current);
                return;
            } else {
                inFlight.compareAndSet(current, null);
            }
        }
    }

    private static final class Joined<R> extends Mono<Resolution<R>> {

        private final LoadState<R> state;
        private final Supplier<Mono<Resolution<R>>> load;

        Joined(LoadState<R> state, Supplier<Mono<Resolution<R>>> load) {
            this.state = state;
            this.load = load;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Resolution<R>> actual) {
            Waiter<Resolution<R>> waiter = new Waiter<>(actual);
            actual.onSubscribe(waiter);
            if (!waiter.isCancelled()) {
                state.join(load, waiter);
            }
        }
    }
}
