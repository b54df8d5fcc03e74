package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.internal.preload.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.preload.RelationKey;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * One relation of the entities that came out of one read: their keys, what is known of them, and how the rest is loaded. It holds keys and
 * not the entities, so an entity that is kept does not keep its siblings. Thread-safe once the read has ended.
 */
final class SiblingBatch<E, R> {

    private final Relation<E, R> relation;
    private final LoadMode mode;
    private final EntityLoader loader;
    private final List<Object> keys = new ArrayList<>();
    private final LoadState<R> shared = new LoadState<>(null);
    private final @Nullable BackReferences<E, R> origins;
    private volatile @Nullable LoadState<R> lastInTransaction;
    private volatile boolean asked;

    SiblingBatch(Relation<E, R> relation, LoadMode mode, EntityLoader loader) {
        this.relation = relation;
        this.mode = mode;
        this.loader = loader;
        this.origins = BackReferences.of(relation, loader.inverses(relation));
    }

    Relation<E, R> relation() {
        return relation;
    }

    /** Tells whether the siblings are read from where {@code reader} reads. */
    boolean isOf(EntityLoader reader) {
        return loader.sharesConnections(reader);
    }

    /** Adds the key of one more sibling; only while the siblings are being read. */
    void add(Object rawKey) {
        keys.add(rawKey);
    }

    /** Tells whether related rows are told the entities they were found for. */
    boolean leadsBack() {
        return origins != null;
    }

    /** Tells whether a handle that is not loaded may load. What a query forbids to load stays an error. */
    boolean mayLoad() {
        return mode != LoadMode.FORBID;
    }

    /** Tells {@code row}, which was written for {@code entity}, to which entity it belongs. */
    void linkBack(E entity, R row, @Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.link(entity, row, transaction);
        }
    }

    /** Adds the entity of one more sibling; only while the siblings are being read. */
    void addOrigin(E entity, WeakReference<E> reference, Object rawKey) {
        if (origins != null) {
            origins.add(entity, reference, rawKey);
        }
    }

    /** Tells the rows that are known which entities they were found for. */
    void linkBack(@Nullable TransactionScope transaction) {
        if (origins != null) {
            origins.link(this, transaction);
        }
    }

    /**
     * Gives {@code actual} the related row of {@code rawKey}; loads it, and that of every sibling, when it is not known in the given
     * transaction.
     */
    void subscribe(CoreSubscriber<? super R> actual, Object rawKey, @Nullable TransactionScope transaction) {
        Object key = RelationKey.of(rawKey);
        @Nullable Resolution<R> known = knownIn(transaction, key);
        if (known != null) {
            @Nullable R row = known.row(key);
            if (row == null) {
                Operators.complete(actual);
            } else {
                actual.onSubscribe(Operators.scalarSubscription(actual, row));
            }
            tellTheOthers(transaction);
        } else if (mode == LoadMode.FORBID) {
            Operators.error(actual, forbidden());
        } else {
            LoadState<R> state = state(transaction);
            state.join(() -> load(transaction, state), loaded -> row(transaction, key, loaded), actual);
        }
    }

    private Mono<Resolution<R>> load(@Nullable TransactionScope transaction, LoadState<R> state) {
        Mono<Resolution<R>> load = loader.resolve(PreloadStep.of(relation), missing(transaction), mode);
        return origins == null
                ? load
                : load.doOnNext(found -> {
                    state.remember(found);
                    linkBack(transaction);
                });
    }

    private void tellTheOthers(@Nullable TransactionScope transaction) {
        @Nullable LoadState<R> state = transaction == null ? shared : lastInTransaction;
        if (state != null) {
            state.tellTheOthers();
        }
    }

    private RelationNotLoadedException forbidden() {
        return new RelationNotLoadedException("The relation " + relation
                + " is not loaded, and the query forbids loading it later. Add preload(" + constant()
                + ") to the query"
                + (lastInTransaction == null
                        ? "."
                        : "; what a transaction loaded is served within that transaction only."));
    }

    /** A load that began when this key had just become known asks for the other keys only, so what is known is looked at again. */
    private @Nullable R row(@Nullable TransactionScope transaction, Object key, Resolution<R> loaded) {
        @Nullable Resolution<R> known = loaded.covers(key) ? loaded : knownIn(transaction, key);
        return known == null ? null : known.row(key);
    }

    /** Returns the transaction that {@code context} carries for the connections the siblings are loaded on, or null. */
    @Nullable
    TransactionScope transactionIn(ContextView context) {
        return loader.transactionIn(context);
    }

    /** Returns what is known of {@code rawKey} in the given transaction, or null. */
    @Nullable
    Resolution<R> knownIn(@Nullable TransactionScope transaction, Object key) {
        for (TransactionScope scope = transaction; scope != null; scope = scope.parent()) {
            @Nullable LoadState<R> state = scope.localOrNull(this);
            @Nullable Resolution<R> known = state == null ? null : state.known();
            if (known != null && known.covers(key)) {
                return known;
            }
        }
        @Nullable LoadState<R> last = lastInTransaction;
        if (transaction != null && last != null && last.servesIn(transaction)) {
            @Nullable Resolution<R> known = last.known();
            if (known != null && known.covers(key)) {
                return known;
            }
        }
        @Nullable Resolution<R> known = shared.known();
        return known != null && known.covers(key) ? known : null;
    }

    /** Notes that the relation was loaded or preloaded, which siblings with a null key cannot tell from a row. */
    void asked() {
        asked = true;
    }

    /** Tells whether the relation was loaded or preloaded for any of the siblings. */
    boolean wasAsked() {
        return asked || shared.known() != null || lastInTransaction != null;
    }

    /** Remembers what was found for some of the keys, for the given transaction or, without one, for everybody. */
    void remember(@Nullable TransactionScope transaction, Resolution<R> found) {
        asked();
        state(transaction).remember(found);
    }

    /** Returns what is known of {@code rawKey} to somebody of whom nobody knows in which transaction it is. */
    RelationState<R> peek(Object rawKey) {
        Object key = RelationKey.of(rawKey);
        @Nullable LoadState<R> last = lastInTransaction;
        @Nullable Resolution<R> known = last == null ? null : last.known();
        if (known == null || !known.covers(key)) {
            known = shared.known();
        }
        @Nullable R row = known == null ? null : known.row(key);
        if (row != null) {
            return new RelationState.Loaded<>(row);
        }
        return known == null || !known.covers(key) ? new RelationState.NotLoaded<>() : new RelationState.Empty<>();
    }

    private LoadState<R> state(@Nullable TransactionScope transaction) {
        if (transaction == null) {
            return shared;
        }
        LoadState<R> state = transaction.local(this, () -> new LoadState<R>(transaction));
        lastInTransaction = state;
        return state;
    }

    private KeyRows<E> missing(@Nullable TransactionScope transaction) {
        KeyRows<E> missing = new KeyRows<>(relation.sourceKey(), keys.size());
        for (Object rawKey : keys) {
            Object key = RelationKey.of(rawKey);
            if (knownIn(transaction, key) == null) {
                missing.addRaw(rawKey, key);
            }
        }
        return missing;
    }

    private String constant() {
        String name = relation.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return relation.entity().getSimpleName() + "_." + name.toUpperCase(Locale.ROOT);
    }
}
