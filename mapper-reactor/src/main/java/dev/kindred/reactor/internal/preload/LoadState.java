package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.preload.SharedLoad.Waiter;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * The cached rows of one batch, in one transaction or outside any, and the load in progress. Thread-safe.
 */
final class LoadState<R> {

    private final @Nullable TransactionScope scope;
    private final AtomicReference<@Nullable Resolution<R>> known = new AtomicReference<>();
    private final AtomicReference<@Nullable SharedLoad<Resolution<R>>> inFlight = new AtomicReference<>();

    LoadState(@Nullable TransactionScope scope) {
        this.scope = scope;
    }

    /** Returns the cached rows, or null. */
    @Nullable
    Resolution<R> known() {
        return scope != null && scope.isVoid() ? null : known.get();
    }

    /** Returns whether the cached rows are valid in the transaction {@code subscriber}. */
    boolean servesIn(@Nullable TransactionScope subscriber) {
        return scope == null || (subscriber != null && !scope.isVoid() && subscriber.isWithin(scope.effective()));
    }

    void remember(Resolution<R> newer) {
        known.accumulateAndGet(
                newer, (older, latest) -> older == null || latest == null ? latest : older.merge(latest));
    }

    /**
     * Subscribes {@code actual} to the load in progress, or starts {@code load}. Emits the {@code value} of the result to it. Errors are not
     * cached.
     */
    <V> void join(
            Supplier<Mono<Resolution<R>>> load,
            Function<Resolution<R>, @Nullable V> value,
            CoreSubscriber<? super V> actual) {
        Waiter<Resolution<R>, V> waiter = new Waiter<>(actual, value);
        actual.onSubscribe(waiter);
        if (!waiter.isCancelled()) {
            join(load, waiter);
        }
    }

    /** Delivers the result of a load that is ending to its waiters now, see {@link SharedLoad#tellTheOthers()}. */
    void tellTheOthers() {
        @Nullable SharedLoad<Resolution<R>> current = inFlight.get();
        if (current != null) {
            current.tellTheOthers();
        }
    }

    private void join(Supplier<Mono<Resolution<R>>> load, Waiter<Resolution<R>, ?> waiter) {
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
}
