package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;

/**
 * The cached values of one batch: those of each transaction, and those outside any. It is the key of the values in a
 * transaction. Thread-safe.
 *
 * @param <V> the value of a key
 */
final class CachedValues<V> {

    private final LoadState<V> shared = new LoadState<>(null);
    private final WrittenKeys written = new WrittenKeys();
    private volatile @Nullable LoadState<V> lastInTransaction;
    private volatile boolean asked;
    private volatile boolean hasOwners;

    /** Returns whether values were loaded in a transaction. */
    boolean wasInTransaction() {
        return lastInTransaction != null;
    }

    /** Returns the transaction of the values that were last loaded in one, or null. */
    @Nullable
    TransactionScope lastScope() {
        @Nullable LoadState<V> last = lastInTransaction;
        return last == null ? null : last.scope();
    }

    /** Returns whether {@code known} is cached outside transactions. */
    boolean isShared(Known<V> known) {
        return known == shared.known();
    }

    /** Delivers the result of a load that is ending, see {@link LoadState#tellTheOthers}. */
    void tellTheOthers(@Nullable TransactionScope transaction) {
        @Nullable LoadState<V> state = transaction == null ? shared : lastInTransaction;
        if (state != null) {
            state.tellTheOthers();
        }
    }

    /** Returns the cached values that cover {@code key} in {@code transaction}, or null. */
    @Nullable
    Known<V> knownIn(@Nullable TransactionScope transaction, Object key) {
        @Nullable Known<V> loaded = knownIn(transaction, key, false);
        return loaded != null || !hasOwners ? loaded : knownIn(transaction, key, true);
    }

    private @Nullable Known<V> knownIn(@Nullable TransactionScope transaction, Object key, boolean isOwner) {
        for (TransactionScope scope = transaction; scope != null; scope = scope.parent()) {
            @Nullable LoadState<V> state = scope.locals().getOrNull(this);
            @Nullable Known<V> known = state == null ? null : state.covering(key, isOwner);
            if (known != null) {
                return known;
            }
        }
        @Nullable LoadState<V> last = lastInTransaction;
        @Nullable
        Known<V> known =
                transaction != null && last != null && last.servesIn(transaction) ? last.covering(key, isOwner) : null;
        if (known != null) {
            return known;
        }
        written.settle(shared);
        known = shared.covering(key, isOwner);
        return known != null && !written.isWritten(key, transaction) ? known : null;
    }

    /** Removes the rows of {@code key}, which {@code transaction} or a single statement has written. */
    void forget(Object key, @Nullable TransactionScope transaction) {
        @Nullable LoadState<V> last = lastInTransaction;
        if (last != null) {
            last.forget(key);
        }
        written.settle(shared);
        if (transaction == null) {
            shared.forget(key);
            return;
        }
        for (TransactionScope scope = transaction; scope != null; scope = scope.parent()) {
            @Nullable LoadState<V> state = scope.locals().getOrNull(this);
            if (state != null) {
                state.forget(key);
            }
        }
        written.add(key, transaction.root());
    }

    /** Records a load or preload. Siblings with a null key have no row that shows it. */
    void asked() {
        asked = true;
    }

    /** Returns whether the relation was loaded or preloaded for a sibling. */
    boolean wasAsked() {
        return asked || shared.known() != null || lastInTransaction != null;
    }

    /** Caches {@code found}: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction, Resolution<V> found) {
        asked();
        state(transaction).remember(found);
    }

    /** Returns the owners that resolve the keys in {@code transaction} if nothing else is loaded, to add some. */
    Owners<V> ownersToAdd(@Nullable TransactionScope transaction) {
        asked();
        hasOwners = true;
        return state(transaction).ownersToAdd();
    }

    /** Returns the cached values that cover {@code key} for a caller without a Reactor Context, or null. */
    @Nullable
    Known<V> peek(Object key) {
        @Nullable Known<V> loaded = peek(key, false);
        return loaded != null || !hasOwners ? loaded : peek(key, true);
    }

    private @Nullable Known<V> peek(Object key, boolean isOwner) {
        @Nullable LoadState<V> last = lastInTransaction;
        @Nullable Known<V> known = last == null ? null : last.covering(key, isOwner);
        if (known != null) {
            return known;
        }
        written.settle(shared);
        return written.isWritten(key) ? null : shared.covering(key, isOwner);
    }

    /** Returns the values of {@code transaction}, or those outside any. */
    LoadState<V> state(@Nullable TransactionScope transaction) {
        if (transaction == null) {
            return shared;
        }
        LoadState<V> state = transaction.locals().get(this, () -> new LoadState<V>(transaction));
        lastInTransaction = state;
        return state;
    }
}
