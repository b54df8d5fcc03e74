package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * One relation of the entities of one read: their keys, the loaded values, and the load of the others. It holds keys
 * but no entities, so a kept entity does not keep its siblings. Thread-safe once the read has ended.
 *
 * @param <E> the entity
 * @param <R> the related entity
 * @param <V> the value of a key
 */
final class SiblingBatch<E, R, V> implements KeyResolver<R, V> {

    private final Relation<E, R> relation;
    private final Arity<R, V> arity;
    private final LoadMode mode;
    private final RelationSource source;
    private final List<Object> keys = new ArrayList<>();
    private final LoadState<V> shared = new LoadState<>(null);
    private final @Nullable BackLinks<E, R> origins;
    private volatile @Nullable LoadState<V> lastInTransaction;
    private final WrittenKeys written = new WrittenKeys();
    private volatile boolean asked;

    /** Loads from {@code source}. {@code origins} links related rows back; it is null without inverse relations. */
    SiblingBatch(
            Relation<E, R> relation,
            Arity<R, V> arity,
            LoadMode mode,
            RelationSource source,
            @Nullable BackLinks<E, R> origins) {
        this.relation = relation;
        this.arity = arity;
        this.mode = mode;
        this.source = source;
        this.origins = origins;
    }

    @Override
    public Relation<E, R> relation() {
        return relation;
    }

    /** Returns how many rows a key resolves to. */
    Arity<R, V> arity() {
        return arity;
    }

    /** Returns whether the siblings load on the connections of {@code statements}. */
    boolean loadsWith(StatementRunner statements) {
        return source.statements().sharesConnections(statements);
    }

    /** Adds the key of a sibling, during the read of the siblings only. */
    void add(Object rawKey) {
        keys.add(rawKey);
    }

    /** Returns whether related rows are linked back to their entities. */
    boolean leadsBack() {
        return origins != null;
    }

    /** Returns whether a handle that is not loaded may load. */
    boolean mayLoad() {
        return mode != LoadMode.FORBID;
    }

    /** Links {@code row}, which was written for {@code entity}, back to the entity. */
    void linkBack(Object entity, R row, @Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.link(entity, row, transaction);
        }
    }

    /** Adds the entity of a sibling, during the read of the siblings only. */
    void addOrigin(E entity, WeakReference<E> reference) {
        if (origins != null) {
            origins.add(entity, reference);
        }
    }

    /** Links the loaded rows back to their entities. */
    void linkBack(@Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.link(
                    (key, action) -> {
                        @Nullable V value = value(transaction, key);
                        if (value != null) {
                            arity.forEach(value, action);
                        }
                    },
                    transaction);
        }
    }

    /** Emits the value of {@code rawKey} in the transaction of the Context of {@code actual}. */
    void subscribe(CoreSubscriber<? super V> actual, Object rawKey) {
        if (source.statements().isNeverAmbient()) {
            subscribe(actual, rawKey, transactionIn(actual.currentContext()));
        } else {
            AmbientRead.subscribe(
                    source.statements(),
                    actual,
                    found -> subscribe(found, rawKey, transactionIn(found.currentContext())));
        }
    }

    /**
     * Emits the value of {@code rawKey} to {@code actual}. Loads the values of all siblings if it is not loaded in
     * {@code transaction}.
     */
    void subscribe(CoreSubscriber<? super V> actual, Object rawKey, @Nullable TransactionScope transaction) {
        Object key = RelationKey.of(rawKey);
        @Nullable Resolution<V> known = knownIn(transaction, key);
        if (known != null) {
            KeyResolver.emit(actual, known.value(key));
            tellTheOthers(transaction);
        } else if (mode == LoadMode.FORBID) {
            Operators.error(actual, UnloadedRelation.error(relation, lastInTransaction != null));
        } else {
            load(actual, key, transaction);
        }
    }

    private void load(CoreSubscriber<? super V> actual, Object key, @Nullable TransactionScope transaction) {
        LoadState<V> state = state(transaction);
        @Nullable V alone = state.isAlone(key) ? arity.unread(true) : null;
        if (alone != null) {
            KeyResolver.emit(actual, alone);
        } else {
            state.join(
                    () -> load(transaction, state),
                    () -> linkBack(transaction),
                    loaded -> value(transaction, key, loaded),
                    actual);
        }
    }

    private Mono<Resolution<V>> load(@Nullable TransactionScope transaction, LoadState<V> state) {
        KeyRows<E> missing = missing(transaction, state);
        long atMost = source.limits().siblingRows();
        return source.resolve(new Wanted<>(PreloadStep.of(relation), arity, mode, state.rowsLeft(atMost)), missing)
                .doOnNext(found -> state.noteStop(missing, found, arity, atMost));
    }

    /**
     * Returns the rows of {@code rawKey}, which are too many for the loads of siblings. They are read chunk by chunk
     * for each subscriber and are not cached.
     */
    Flux<R> rowsAlone(Object rawKey) {
        Object key = RelationKey.of(rawKey);
        return source.rows(PreloadStep.of(relation), rawKey, mode, (rows, transaction) -> {
            if (origins != null) {
                origins.link((each, action) -> (key.equals(each) ? rows : List.<R>of()).forEach(action), transaction);
            }
        });
    }

    private void tellTheOthers(@Nullable TransactionScope transaction) {
        @Nullable LoadState<V> state = transaction == null ? shared : lastInTransaction;
        if (state != null) {
            state.tellTheOthers();
        }
    }

    /** A load that began after this key was loaded covers only the other keys, so the cached state is read again. */
    private @Nullable V value(@Nullable TransactionScope transaction, Object key, Resolution<V> loaded) {
        @Nullable Resolution<V> known = loaded.covers(key) ? loaded : knownIn(transaction, key);
        return known == null ? arity.unread(state(transaction).isAlone(key)) : known.value(key);
    }

    /** Returns the transaction in {@code context} on the connections of the siblings, or null. */
    @Nullable
    TransactionScope transactionIn(ContextView context) {
        return source.statements().transactionIn(context);
    }

    /** Returns the cached values that cover {@code key} in {@code transaction}, or null. */
    @Nullable
    Resolution<V> knownIn(@Nullable TransactionScope transaction, Object key) {
        for (TransactionScope scope = transaction; scope != null; scope = scope.parent()) {
            @Nullable LoadState<V> state = scope.localOrNull(this);
            @Nullable Resolution<V> known = state == null ? null : state.known();
            if (known != null && known.covers(key)) {
                return known;
            }
        }
        @Nullable LoadState<V> last = lastInTransaction;
        if (transaction != null && last != null && last.servesIn(transaction)) {
            @Nullable Resolution<V> known = last.known();
            if (known != null && known.covers(key)) {
                return known;
            }
        }
        written.settle(shared::forget);
        @Nullable Resolution<V> known = shared.known();
        return known != null && known.covers(key) && !written.isWritten(key, transaction) ? known : null;
    }

    /** Removes the rows of {@code rawKey}, which {@code transaction} or a single statement has written. */
    void forget(Object rawKey, @Nullable TransactionScope transaction) {
        Object key = RelationKey.of(rawKey);
        @Nullable LoadState<V> last = lastInTransaction;
        if (last != null) {
            last.forget(key);
        }
        written.settle(shared::forget);
        if (transaction == null) {
            shared.forget(key);
            return;
        }
        for (TransactionScope scope = transaction; scope != null; scope = scope.parent()) {
            @Nullable LoadState<V> state = scope.localOrNull(this);
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

    /** Returns the cached state of {@code rawKey} for a caller without a Reactor Context. */
    RelationState<V> peek(Object rawKey) {
        Object key = RelationKey.of(rawKey);
        @Nullable LoadState<V> last = lastInTransaction;
        @Nullable Resolution<V> known = last == null ? null : last.known();
        if (known == null || !known.covers(key)) {
            written.settle(shared::forget);
            known = written.isWritten(key) ? null : shared.known();
        }
        @Nullable V value = known == null ? null : known.value(key);
        if (value != null) {
            return new RelationState.Loaded<>(value);
        }
        return known == null || !known.covers(key) ? new RelationState.NotLoaded<>() : new RelationState.Empty<>();
    }

    /** Returns the cached value of {@code key} in {@code transaction}, or null. */
    @Nullable
    V value(@Nullable TransactionScope transaction, Object key) {
        @Nullable Resolution<V> known = knownIn(transaction, key);
        return known == null ? null : known.value(key);
    }

    private LoadState<V> state(@Nullable TransactionScope transaction) {
        if (transaction == null) {
            return shared;
        }
        LoadState<V> state = transaction.local(this, () -> new LoadState<V>(transaction));
        lastInTransaction = state;
        return state;
    }

    private KeyRows<E> missing(@Nullable TransactionScope transaction, LoadState<V> state) {
        KeyRows<E> missing = new KeyRows<>(relation.sourceKey(), keys.size());
        for (Object rawKey : keys) {
            Object key = RelationKey.of(rawKey);
            if (!state.isAlone(key) && knownIn(transaction, key) == null) {
                missing.addRaw(rawKey, key);
            }
        }
        return missing;
    }
}
