package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import io.r2dbc.spi.Readable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the joined rows of one relation. Reads a row once, also when several entities refer to it. Confined to one result.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 */
final class JoinedRelation<E, R> {

    private final Relation<E, R> relation;
    private final RelatedReader<R> reader;
    private final int keyOrdinal;
    private final Resolution.Builder<R> found = new Resolution.Builder<>();
    private final Set<SiblingBatch<?, R>> batches = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable SiblingBatch<?, R> lastBatch;

    /** Reads the rows of {@code relation} with {@code reader}. */
    JoinedRelation(Relation<E, R> relation, RelatedReader<R> reader) {
        this.relation = relation;
        this.reader = reader;
        this.keyOrdinal = relation.related().ordinal(relation.targetKey().get(0));
    }

    /** Reads the joined part of {@code row}, whose entity is {@code entity}. */
    void read(E entity, Readable row) {
        if (relation.handle(entity) instanceof RelationHandle<?> handle) {
            @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
            RelationHandle<R> typed = (RelationHandle<R>) handle;
            add(typed.batch());
            @Nullable Object rawKey = handle.rawKey();
            @Nullable Object key = rawKey == null ? null : RelationKey.of(rawKey);
            if (key != null && !found.covers(key)) {
                found.addKey(key, related(key, row));
            }
        }
    }

    private @Nullable R related(Object key, Readable row) {
        @Nullable R related = reader.readIfPresent(row, keyOrdinal);
        if (related != null && !key.equals(RelationKey.of(relation.targetKey(), related))) {
            throw KeyMatches.otherKey(relation);
        }
        return related;
    }

    private void add(@Nullable SiblingBatch<?, R> batch) {
        if (batch != null && batch != lastBatch) {
            lastBatch = batch;
            batches.add(batch);
        }
    }

    /** Loads the handles with the rows: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction) {
        Resolution<R> all = found.build();
        batches.forEach(batch -> batch.remember(transaction, all));
    }

    /** Reads the related entities of a result. */
    interface RelatedReader<R> {

        /** Returns the entity of {@code row}, or null if its column at {@code ordinal} is null because no row was joined. */
        @Nullable
        R readIfPresent(Readable row, int ordinal);
    }
}
