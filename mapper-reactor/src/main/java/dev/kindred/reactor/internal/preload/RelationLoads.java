package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.ReadRouting;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.shared.SharedQueue;
import dev.kindred.reactor.internal.shared.Sharing;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.WireContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads the related rows of keys, for handles and preloads. Thread-safe. */
public final class RelationLoads implements RelationSource {

    /** The maximum number of keys of a load that shares a statement. A larger one is no faster with others. */
    private static final int SHARED_KEYS = 100;

    private final StatementRunner statements;
    private final RelationHandles handles;
    private final EntityReads entities;
    private final JoinedReads joined;
    private final KeyedRows keyed;
    private final LoadLimits limits;
    private final @Nullable Sharing sharing;
    private final Map<Kind, Optional<SharedQueue<List<Object>, ?>>> queues = new ConcurrentHashMap<>();

    /**
     * Loads with {@code statements}. The handles of the loaded rows load with this in turn.
     *
     * @param limits how much is loaded together
     * @param mode how handles load if nothing else is wanted
     * @param sharing how reads by key share statements, or null if they do not
     */
    public RelationLoads(
            StatementRunner statements,
            WireContext context,
            LoadLimits limits,
            LoadMode mode,
            @Nullable Sharing sharing) {
        this.statements = statements;
        this.limits = limits;
        this.handles = new RelationHandles(new BatchFactory(this, limits.siblings(), mode));
        this.entities = new EntityReads(context, handles);
        this.joined = new JoinedReads(entities);
        this.keyed = new KeyedRows(joined, limits);
        this.sharing = sharing;
    }

    @Override
    public StatementRunner statements() {
        return statements;
    }

    /** Returns how reads by key share statements, or null if they do not. */
    public @Nullable Sharing sharing() {
        return sharing;
    }

    /** Returns the handles that load with this. */
    public RelationHandles handles() {
        return handles;
    }

    /** Returns the reads of entities with these handles. */
    public EntityReads entities() {
        return entities;
    }

    /** Returns the reads of entities together with joined relations. */
    public JoinedReads joined() {
        return joined;
    }

    @Override
    public LoadLimits limits() {
        return limits;
    }

    @Override
    public <E, R, V> Mono<Resolution<V>> resolve(Wanted<E, R, V> wanted, KeyRows<E> keys) {
        Relation<E, R> relation = wanted.step().relation();
        return keys.isEmpty()
                ? nothing()
                : onPrimary(statements.originating(
                        Operation.LOAD,
                        relation,
                        statements
                                .operations()
                                .observe(Operation.LOAD, relation.entity(), relation, load(wanted, keys))));
    }

    /** Most subscribers use the primary anyway, and then nothing is between them and the load. */
    private static <T> Mono<T> onPrimary(Mono<T> load) {
        return Mono.deferContextual(
                context -> ReadRouting.isRouted(context) ? load.contextWrite(ReadRouting::primary) : load);
    }

    private <E, R, V> Mono<Resolution<V>> load(Wanted<E, R, V> wanted, KeyRows<E> keys) {
        Supplier<Mono<Resolution<V>>> alone =
                () -> statements.together(Access.READ, runner -> resolve(runner, wanted, keys));
        @Nullable
        SharedQueue<List<Object>, Resolution<V>> queue = keys.size() <= SHARED_KEYS
                ? queueOrNull(wanted.step().relation(), wanted.arity(), wanted.mode())
                : null;
        return queue == null ? alone.get() : queue.call(keys.raw(), alone);
    }

    /**
     * Returns the row related to {@code rawKey}, or completes empty: one statement, of this caller or a shared one.
     *
     * @param rawKey the key in the form of {@link RelationKey#raw}, or null if it is unknown, and the read not shared
     * @param alone the same read with a statement of its own
     */
    public <E, R> Mono<R> one(Relation<E, R> relation, @Nullable Object rawKey, Mono<R> alone) {
        @Nullable
        SharedQueue<List<Object>, Resolution<R>> queue =
                rawKey == null ? null : queueOrNull(relation, OneRow.<R>instance(), entities.mode());
        if (queue == null || rawKey == null) {
            return alone;
        }
        Object key = RelationKey.of(rawKey);
        Mono<R> shared = queue.call(
                        List.of(rawKey),
                        () -> alone.map(row -> Resolution.of(Map.of(key, row), Set.of(key)))
                                .defaultIfEmpty(Resolution.of(Map.of(), Set.of(key))))
                .handle((found, sink) -> {
                    @Nullable R row = found.value(key);
                    if (row != null) {
                        sink.next(row);
                    }
                });
        return statements.originating(Operation.FIND, relation.related().type(), shared);
    }

    /** A shared statement would have the tenant of one of its callers. */
    private boolean concernsTenants(Relation<?, ?> relation) {
        return statements.tenants().areUsed() && HandleTenant.Kind.of(relation) != HandleTenant.Kind.NONE;
    }

    /** Returns the queue of loads that share a statement, or null if these do not. */
    @SuppressWarnings("unchecked") // the queue of a relation has loads of its values
    private <E, R, V> @Nullable SharedQueue<List<Object>, Resolution<V>> queueOrNull(
            Relation<E, R> relation, Arity<R, V> arity, LoadMode mode) {
        if (sharing == null || arity.isOfMany()) {
            return null;
        }
        Optional<SharedQueue<List<Object>, ?>> queue =
                queues.computeIfAbsent(new Kind(relation, mode), kind -> newQueue(sharing, relation, arity, mode));
        return (SharedQueue<List<Object>, Resolution<V>>) (@Nullable SharedQueue<List<Object>, ?>) queue.orElse(null);
    }

    private <E, R, V> Optional<SharedQueue<List<Object>, ?>> newQueue(
            Sharing shared, Relation<E, R> relation, Arity<R, V> arity, LoadMode mode) {
        return SharedRelationLoad.canLoad(relation) && !concernsTenants(relation)
                ? Optional.of(new SharedQueue<>(
                        shared, Access.READ, new SharedRelationLoad<>(relation, arity, mode, entities)))
                : Optional.empty();
    }

    @Override
    public <E, R> Flux<R> rows(PreloadStep<E, R> step, Object rawKey, LoadMode mode, ChunkListener<R> listener) {
        Relation<E, R> relation = step.relation();
        Flux<R> rows = RowsOfKey.of(new RowsOfKey.Reads(statements, joined), step, rawKey, mode, listener);
        return statements
                .operations()
                .observe(Operation.LOAD, relation.entity(), relation, rows)
                .contextWrite(ReadRouting::primary);
    }

    /** Returns the values of {@code keys}. See {@link RelationSource#resolve}. */
    <E, R, V> Mono<Resolution<V>> resolve(StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys) {
        Relation<E, R> relation = wanted.step().relation();
        return keys.isEmpty()
                ? nothing()
                : runner.originating(
                        Operation.PRELOAD,
                        relation,
                        keyed.read(runner, wanted, keys)
                                .flatMap(found -> withSimilar(runner, wanted, keys, found.all())
                                        .map(found::complete)));
    }

    /** Keys that only the server considers equal to a found key need a separate statement. */
    private <E, R, V> Mono<Resolution<V>> withSimilar(
            StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys, Resolution<V> found) {
        Predicate<Object> hasRow = key -> found.value(key) != null;
        KeyRows<E> similar = wanted.arity().isOfMany()
                ? keys.similarToOthers(hasRow, entities.context())
                : keys.similarToFound(hasRow, entities.context());
        return similar.isEmpty()
                ? Mono.just(found)
                : resolve(runner, wanted, similar).map(found::merge);
    }

    /** The loads that differ in their keys only. */
    private record Kind(Relation<?, ?> relation, LoadMode mode) {}

    private static <V> Mono<Resolution<V>> nothing() {
        return Mono.just(Resolution.of(Map.of(), Set.of()));
    }
}
