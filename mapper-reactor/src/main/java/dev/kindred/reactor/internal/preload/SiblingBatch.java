package dev.kindred.reactor.internal.preload;

import dev.kindred.error.TenantException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.preload.Owners.Owner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
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
    private final CachedValues<V> cache = new CachedValues<>();
    private final @Nullable BackLinks<E, R> origins;
    private final @Nullable HandleTenant tenant;

    /**
     * Loads from {@code source}. {@code origins} links related rows back; it is null without inverse relations.
     * {@code tenant} is null if no row belongs to a tenant.
     */
    SiblingBatch(
            Relation<E, R> relation,
            Arity<R, V> arity,
            LoadMode mode,
            RelationSource source,
            @Nullable BackLinks<E, R> origins,
            @Nullable HandleTenant tenant) {
        this.relation = relation;
        this.arity = arity;
        this.mode = mode;
        this.source = source;
        this.origins = origins;
        this.tenant = tenant;
    }

    @Override
    public Relation<E, R> relation() {
        return relation;
    }

    @Override
    public Operations operations() {
        return source.statements().operations();
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

    /** Returns whether related rows can refer back to {@code entity}, which was read with all its columns. */
    boolean mayOwn(E entity) {
        return origins != null && origins.mayOwn(entity);
    }

    /** Returns whether a handle that is not loaded may load. */
    boolean mayLoad() {
        return mode != LoadMode.FORBID;
    }

    /** Links {@code row}, which was written for {@code owner} with {@code key}, back to the owner. */
    void linkWritten(Object owner, Object key, R row, @Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.linkWritten(owner, key, row, transaction);
        }
    }

    /** Links the rows of {@code found} back to the entities of {@code owners}, which are all that have rows in it. */
    void linkBack(List<? extends Owner> owners, Resolution<V> found, @Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.linkAll(owners, action -> found.forEach(value -> arity.forEach(value, action)), transaction);
            found.allLinked();
        }
    }

    /** Links the rows of {@code key} back to {@code owner} before they are emitted, where they are cached. */
    private void linkBack(@Nullable Object owner, Object key, Known<V> known, @Nullable TransactionScope transaction) {
        @Nullable V value = origins == null || owner == null ? null : known.value(key);
        if (origins != null && owner != null && value != null && !known.isLinked(key)) {
            origins.link(owner, key, each -> arity.forEach(value, each), cache.isShared(known) ? null : transaction);
        }
    }

    /**
     * Emits the value of {@code rawKey} in the transaction of the Context of {@code actual}.
     *
     * @param owner the entity to which the rows refer back, or null
     */
    void subscribe(CoreSubscriber<? super V> actual, Object rawKey, @Nullable Object owner) {
        @Nullable TenantException refusal = tenant == null ? null : tenant.refusal(actual.currentContext());
        if (refusal != null) {
            Operators.error(actual, operations().translated(refusal));
            return;
        }
        Object key = RelationKey.of(rawKey);
        if (source.statements().isNeverAmbient()) {
            subscribe(actual, key, owner, transactionIn(actual.currentContext()));
        } else {
            AmbientRead.subscribe(
                    source.statements(),
                    actual,
                    found -> subscribe(found, key, owner, transactionIn(found.currentContext())));
        }
    }

    /** Loads the values of all siblings if that of {@code key} is not loaded in {@code transaction}. */
    private void subscribe(
            CoreSubscriber<? super V> actual,
            Object key,
            @Nullable Object owner,
            @Nullable TransactionScope transaction) {
        @Nullable Known<V> known = knownIn(transaction, key);
        if (known != null) {
            linkBack(owner, key, known, transaction);
            KeyResolver.emit(actual, known.value(key));
            cache.tellTheOthers(transaction);
        } else if (mode == LoadMode.FORBID) {
            Operators.error(
                    actual, operations().translated(UnloadedRelation.error(relation, cache.wasInTransaction())));
        } else {
            load(actual, key, owner, transaction);
        }
    }

    private void load(
            CoreSubscriber<? super V> actual,
            Object key,
            @Nullable Object owner,
            @Nullable TransactionScope transaction) {
        LoadState<V> state = cache.state(transaction);
        @Nullable V alone = state.isAlone(key) ? arity.unread(true) : null;
        if (alone != null) {
            KeyResolver.emit(actual, alone);
        } else {
            state.join(() -> load(transaction, state), loaded -> value(transaction, key, owner, loaded), actual);
        }
    }

    private Mono<Resolution<V>> load(@Nullable TransactionScope transaction, LoadState<V> state) {
        KeyRows<E> missing = missing(transaction, state);
        long atMost = source.limits().siblingRows();
        Mono<Resolution<V>> found =
                source.resolve(new Wanted<>(PreloadStep.of(relation), arity, mode, state.rowsLeft(atMost)), missing);
        return arity.isOfMany() ? found.doOnNext(all -> state.noteStop(missing, all, arity, atMost)) : found;
    }

    /**
     * Returns the rows of {@code rawKey}, which are too many for the loads of siblings. They are read chunk by chunk
     * for each subscriber and are not cached.
     */
    Flux<R> rowsAlone(Object rawKey, @Nullable Object owner) {
        Object key = RelationKey.of(rawKey);
        return source.rows(PreloadStep.of(relation), rawKey, mode, (rows, transaction) -> {
            if (origins != null && owner != null) {
                origins.link(owner, key, rows::forEach, transaction);
            }
        });
    }

    /** A load that began after this key was loaded covers only the other keys, so the cached state is read again. */
    private @Nullable V value(
            @Nullable TransactionScope transaction, Object key, @Nullable Object owner, Resolution<V> loaded) {
        @Nullable Known<V> known = loaded.covers(key) ? loaded : knownIn(transaction, key);
        if (known == null) {
            return arity.unread(cache.state(transaction).isAlone(key));
        }
        linkBack(owner, key, known, transaction);
        return known.value(key);
    }

    /** Returns the transaction in {@code context} on the connections of the siblings, or null. */
    @Nullable
    TransactionScope transactionIn(ContextView context) {
        return source.statements().transactionIn(context);
    }

    /** Returns the cached state of {@code rawKey} for a caller without a Reactor Context. */
    RelationState<V> peek(Object rawKey, @Nullable Object owner) {
        Object key = RelationKey.of(rawKey);
        @Nullable Known<V> known = cache.peek(key);
        if (known == null) {
            return new RelationState.NotLoaded<>();
        }
        linkBack(owner, key, known, cache.lastScope());
        @Nullable V value = known.value(key);
        return value == null ? new RelationState.Empty<>() : new RelationState.Loaded<>(value);
    }

    /** Returns the cached values that cover {@code key} in {@code transaction}, or null. */
    @Nullable
    Known<V> knownIn(@Nullable TransactionScope transaction, Object key) {
        return cache.knownIn(transaction, key);
    }

    /** Removes the rows of {@code rawKey}, which {@code transaction} or a single statement has written. */
    void forget(Object rawKey, @Nullable TransactionScope transaction) {
        cache.forget(RelationKey.of(rawKey), transaction);
    }

    /** Throws {@link TenantException} if {@code context} has not the tenant of the siblings. */
    void requireTenant(ContextView context) {
        if (tenant != null) {
            tenant.require(context);
        }
    }

    /** Records a load or preload. Siblings with a null key have no row that shows it. */
    void asked() {
        cache.asked();
    }

    /** Returns whether the relation was loaded or preloaded for a sibling. */
    boolean wasAsked() {
        return cache.wasAsked();
    }

    /** Caches {@code found}: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction, Resolution<V> found) {
        cache.remember(transaction, found);
    }

    /** Lets the handles with {@code key} resolve to {@code owner} if nothing else is loaded. */
    @SuppressWarnings("unchecked") // the entity of the inverse relation
    void addOwner(Object key, Object owner, @Nullable TransactionScope transaction) {
        cache.ownersToAdd(transaction).add(key, (V) owner);
    }

    /** Does as {@link #addOwner} with the entities of {@code owners}. */
    void addOwners(List<? extends Owner> owners, @Nullable TransactionScope transaction) {
        cache.ownersToAdd(transaction).addAll(owners);
    }

    /** Returns the cached value of {@code key} in {@code transaction}, or null. */
    @Nullable
    V value(@Nullable TransactionScope transaction, Object key) {
        @Nullable Known<V> known = knownIn(transaction, key);
        return known == null ? null : known.value(key);
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
