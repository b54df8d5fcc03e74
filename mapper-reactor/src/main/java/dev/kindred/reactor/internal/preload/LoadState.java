package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.reactor.internal.preload.SharedLoad.Waiter;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * The cached values of one batch, in one transaction or outside any, and the load in progress. Thread-safe.
 *
 * @param <V> the value of a key
 */
final class LoadState<V> {

    private final @Nullable TransactionScope scope;
    private final AtomicReference<@Nullable Resolution<V>> known = new AtomicReference<>();
    private final AtomicReference<@Nullable SharedLoad<Resolution<V>>> inFlight = new AtomicReference<>();
    private volatile @Nullable SharedRows rows;
    private volatile @Nullable Owners<V> owners;
    private final int savepointRollbacks;
    private int timesForgotten;

    LoadState(@Nullable TransactionScope scope) {
        this.scope = scope;
        this.savepointRollbacks = scope == null ? 0 : scope.savepointRollbacks();
    }

    /** Returns the maximum number of rows of the next load, of {@code atMost} for all loads together. */
    long rowsLeft(long atMost) {
        @Nullable SharedRows current = rows;
        return current == null ? atMost : current.left();
    }

    /**
     * Records that a load of {@code asked}, with many rows of a key, stopped if {@code found} does not cover all keys.
     * It then covers the first keys only. See {@link SharedRows}.
     *
     * @param atMost the maximum number of rows of all loads together
     */
    <R> void noteStop(KeyRows<?> asked, Resolution<V> found, Arity<R, V> arity, long atMost) {
        if (asked.keys().stream().allMatch(found::covers)) {
            return;
        }
        AtomicLong read = new AtomicLong();
        found.forEach(value -> arity.forEach(value, row -> read.incrementAndGet()));
        SharedRows shared = rowsOf(atMost);
        asked.inOrder().stream()
                .filter(key -> !found.covers(key))
                .findFirst()
                .ifPresent(key -> shared.stoppedAt(key, read.get()));
    }

    private synchronized SharedRows rowsOf(long atMost) {
        @Nullable SharedRows current = rows;
        SharedRows shared = current == null ? new SharedRows(atMost) : current;
        rows = shared;
        return shared;
    }

    /** Returns whether the list of {@code key}, which is not loaded, is read alone. */
    boolean isAlone(Object key) {
        @Nullable SharedRows current = rows;
        return current != null && current.isAlone(key);
    }

    /** Returns the cached values, or null. */
    @Nullable
    Resolution<V> known() {
        return scope != null && isVoid(scope) ? null : known.get();
    }

    /** Returns the transaction in which the values are cached, or null. */
    @Nullable
    TransactionScope scope() {
        return scope;
    }

    /** Returns the loaded values, or the owners of the rows, if they cover {@code key}. */
    @Nullable
    Known<V> covering(Object key, boolean isOwner) {
        @Nullable Known<V> cached = isOwner ? owners : known.get();
        boolean isValid = scope == null || !isVoid(scope);
        return cached != null && isValid && cached.covers(key) ? cached : null;
    }

    /** Returns the owners of the rows, to which the caller adds some. */
    synchronized Owners<V> ownersToAdd() {
        @Nullable Owners<V> current = owners;
        Owners<V> added = current == null ? new Owners<>() : current;
        owners = added;
        return added;
    }

    /** Returns whether the cached values are valid in the transaction {@code subscriber}. */
    boolean servesIn(@Nullable TransactionScope subscriber) {
        return scope == null || (subscriber != null && !isVoid(scope) && subscriber.isWithin(scope.effective()));
    }

    private boolean isVoid(TransactionScope transaction) {
        return transaction.isVoid() || transaction.savepointRollbacks() != savepointRollbacks;
    }

    /** Caches the result of a load that began when {@link #forget} had been called {@code forgotten} times. */
    private synchronized void remember(Resolution<V> newer, int forgotten) {
        if (timesForgotten == forgotten) {
            remember(newer);
        }
    }

    private synchronized int timesForgotten() {
        return timesForgotten;
    }

    /** Removes {@code key}. A load in progress may have read its old rows, so its result is not cached. */
    synchronized void forget(Object key) {
        timesForgotten++;
        inFlight.set(null);
        known.updateAndGet(all -> all == null ? null : all.without(key));
        if (owners != null) {
            owners.forget(key);
        }
    }

    void remember(Resolution<V> newer) {
        known.accumulateAndGet(
                newer, (older, latest) -> older == null || latest == null ? latest : older.merge(latest));
    }

    /**
     * Subscribes {@code actual} to the load in progress, or starts {@code load}. Emits the {@code value} of the result
     * to it. Errors are not cached.
     */
    <T> void join(
            Supplier<Mono<Resolution<V>>> load,
            Function<Resolution<V>, @Nullable T> value,
            CoreSubscriber<? super T> actual) {
        Waiter<Resolution<V>, T> waiter = new Waiter<>(actual, value);
        actual.onSubscribe(waiter);
        if (!waiter.isCancelled()) {
            join(() -> caching(load), waiter);
        }
    }

    private Mono<Resolution<V>> caching(Supplier<Mono<Resolution<V>>> load) {
        int forgotten = timesForgotten();
        return load.get().doOnNext(found -> remember(found, forgotten));
    }

    /** Delivers the result of a load that is ending to its waiters now, see {@link SharedLoad#tellTheOthers()}. */
    void tellTheOthers() {
        @Nullable SharedLoad<Resolution<V>> current = inFlight.get();
        if (current != null) {
            current.tellTheOthers();
        }
    }

    private void join(Supplier<Mono<Resolution<V>>> load, Waiter<Resolution<V>, ?> waiter) {
        while (true) {
            @Nullable SharedLoad<Resolution<V>> current = inFlight.get();
            if (current == null) {
                SharedLoad<Resolution<V>> fresh =
                        new SharedLoad<>(Mono.defer(load), waiter, over -> inFlight.compareAndSet(over, null));
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
