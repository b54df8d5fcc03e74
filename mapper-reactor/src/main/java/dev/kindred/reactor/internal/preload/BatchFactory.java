package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Creates the batches of siblings. Thread-safe. */
final class BatchFactory {

    private final RelationSource source;
    private final int batchSize;
    private final Map<Relation<?, ?>, List<?>> inverses = new ConcurrentHashMap<>();

    /** Creates batches of at most {@code batchSize} siblings that load from {@code source}. */
    BatchFactory(RelationSource source, int batchSize) {
        this.source = source;
        this.batchSize = batchSize;
    }

    RelationSource source() {
        return source;
    }

    /** Returns the greatest number of siblings that load together. */
    int batchSize() {
        return batchSize;
    }

    /** Returns a new batch of {@code relation}. Its handles load as {@code mode} says. */
    <E, R> Siblings<E, R, ?> siblings(Relation<E, R> relation, LoadMode mode) {
        return siblings(relation, RelationKind.of(relation), mode);
    }

    private <E, R, V> Siblings<E, R, V> siblings(Relation<E, R> relation, RelationKind<R, V> kind, LoadMode mode) {
        @Nullable BackReferences<E, R> origins = BackReferences.of(relation, inverses(relation));
        return new Siblings<>(kind, new SiblingBatch<>(relation, kind.arity(), mode, source, origins));
    }

    @SuppressWarnings("unchecked") // the list of a relation holds its inverses
    private <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        return (List<Relation<R, E>>)
                inverses.computeIfAbsent(relation, absent -> BackReferences.inverses((Relation<E, R>) absent));
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

        /** Returns whether {@code entity} has {@code handle}, and its key. */
        boolean isHandleOf(E entity, Object handle) {
            @Nullable Object key = handle instanceof RelatedValue<?, ?> value ? value.key() : null;
            return key != null
                    && Nodes.of(batch.relation()).handle(entity) == handle
                    && key.equals(RelationKey.of(batch.relation().sourceKey(), entity));
        }
    }
}
