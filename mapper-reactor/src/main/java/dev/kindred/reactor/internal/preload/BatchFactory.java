package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Creates the batches of siblings. Thread-safe. */
final class BatchFactory {

    private final RelationSource source;
    private final int batchSize;
    private final LoadMode mode;
    private final Map<Relation<?, ?>, Optional<? extends BackLinks<?, ?>>> backLinks = new ConcurrentHashMap<>();
    private final Map<Relation<?, ?>, HandleTenant.Kind> tenancies = new ConcurrentHashMap<>();

    /**
     * Creates batches of at most {@code batchSize} siblings that load from {@code source}.
     *
     * @param mode how handles load if nothing else is wanted
     */
    BatchFactory(RelationSource source, int batchSize, LoadMode mode) {
        this.source = source;
        this.batchSize = batchSize;
        this.mode = mode;
    }

    RelationSource source() {
        return source;
    }

    /** Returns the greatest number of siblings that load together. */
    int batchSize() {
        return batchSize;
    }

    LoadMode mode() {
        return mode;
    }

    /**
     * Returns a new batch of {@code relation}. Its handles load as {@code mode} says.
     *
     * @param tenant the tenant of the entities, or null
     */
    <E, R> Siblings<E, R, ?> siblings(Relation<E, R> relation, LoadMode mode, @Nullable Object tenant) {
        return siblings(relation, RelationKind.of(relation), mode, tenantOf(relation, tenant));
    }

    private <E, R, V> Siblings<E, R, V> siblings(
            Relation<E, R> relation, RelationKind<R, V> kind, LoadMode mode, @Nullable HandleTenant tenant) {
        return new Siblings<>(
                kind, new SiblingBatch<>(relation, kind.arity(), mode, source, backLinks(relation), tenant));
    }

    private @Nullable HandleTenant tenantOf(Relation<?, ?> relation, @Nullable Object tenant) {
        if (!source.statements().tenants().areUsed()) {
            return null;
        }
        HandleTenant.Kind kind = tenancies.computeIfAbsent(relation, HandleTenant.Kind::of);
        return kind == HandleTenant.Kind.NONE ? null : new HandleTenant(relation, kind, tenant);
    }

    @SuppressWarnings("unchecked") // the value of a relation links its rows
    private <E, R> @Nullable BackLinks<E, R> backLinks(Relation<E, R> relation) {
        return (BackLinks<E, R>)
                backLinks.computeIfAbsent(relation, BackReferences::of).orElse(null);
    }

    /**
     * A batch and its handles.
     *
     * @param kind creates the handles
     */
    record Siblings<E, R, V>(RelationKind<R, V> kind, SiblingBatch<E, R, V> batch) {

        /** Returns the handle of a further sibling. A null key matches no row. */
        Object handle(@Nullable Object rawKey) {
            if (rawKey != null) {
                batch.add(rawKey);
            }
            return kind.handle().apply(batch, rawKey);
        }

        /** Lets related rows refer back to {@code entity} if it has {@code handle} and its key. */
        void builtWhole(E entity, Object handle) {
            if (handle instanceof RelatedValue<?, ?> value && batch.mayOwn(entity) && isHandleOf(entity, value)) {
                value.originatesIn(entity);
            }
        }

        private boolean isHandleOf(E entity, RelatedValue<?, ?> handle) {
            @Nullable Object key = handle.key();
            return key != null
                    && Nodes.of(batch.relation()).handle(entity) == handle
                    && key.equals(RelationKey.of(batch.relation().sourceKey(), entity));
        }
    }
}
