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

    /**
     * Lets {@code actual} wait for the outcome of the load that is on its way, or of {@code load} when there is none, and gives it the {@code
     * value} that it is to it. Errors are not remembered.
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

    /** Lets those who wait for the load that just ends have its outcome now, see {@link SharedLoad#tellTheOthers()}. */
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
