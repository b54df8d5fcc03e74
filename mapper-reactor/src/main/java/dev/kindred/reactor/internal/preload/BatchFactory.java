package dev.kindred.reactor.internal.preload;

import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    <E, R> SiblingBatch<E, R, ?> batch(Relation<E, R> relation, LoadMode mode) {
        return batch(relation, Arity.of(relation), mode);
    }

    private <E, R, V> SiblingBatch<E, R, V> batch(Relation<E, R> relation, Arity<R, V> arity, LoadMode mode) {
        return new SiblingBatch<>(relation, arity, mode, source, BackReferences.of(relation, inverses(relation)));
    }

    @SuppressWarnings("unchecked") // the list of a relation holds its inverses
    private <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        return (List<Relation<R, E>>)
                inverses.computeIfAbsent(relation, absent -> BackReferences.inverses((Relation<E, R>) absent));
    }
}
