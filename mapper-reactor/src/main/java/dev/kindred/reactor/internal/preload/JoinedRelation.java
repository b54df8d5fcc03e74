package dev.kindred.reactor.internal.preload;

import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import io.r2dbc.spi.Readable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the joined rows of one relation. A join reads one row for each entity. Reads a row once, also when several
 * entities refer to it. Confined to one result.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 */
final class JoinedRelation<E, R> {

    private final Relation<E, R> relation;
    private final RelatedReader<R> reader;
    private final Resolution.Builder<R, R> found = new Resolution.Builder<>(OneRow.instance());
    private final Set<SiblingBatch<?, R, R>> batches = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable SiblingBatch<?, R, R> lastBatch;

    /** Reads the rows of {@code relation} with {@code reader}. */
    JoinedRelation(Relation<E, R> relation, RelatedReader<R> reader) {
        this.relation = relation;
        this.reader = reader;
    }

    /** Reads the joined part of {@code row}, whose entity is {@code entity}. */
    void read(E entity, Readable row) {
        @Nullable RelatedValue<R, R> value = RelatedValue.of(relation, OneRow.instance(), entity);
        if (value == null) {
            return;
        }
        KeyResolver.@Nullable Unread<R, R> unread = value.unread();
        if (unread != null) {
            throw unread.error();
        }
        add(value.batch());
        @Nullable Object key = value.key();
        if (key != null && !found.covers(key)) {
            found.addKey(key, related(key, row));
        }
    }

    private @Nullable R related(Object key, Readable row) {
        @Nullable Object own = reader.begin(row);
        if (own == null) {
            return null;
        }
        if (!key.equals(own)) {
            throw KeyMatches.otherKey(relation);
        }
        return reader.readBegun(row);
    }

    private void add(@Nullable SiblingBatch<?, R, R> batch) {
        if (batch != null && batch != lastBatch) {
            lastBatch = batch;
            batches.add(batch);
        }
    }

    /** Loads the handles with the rows: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction) {
        reader.remember(transaction);
        Resolution<R> all = found.build();
        batches.forEach(batch -> batch.remember(transaction, all));
    }

    /** Reads the related rows of a result. */
    interface RelatedReader<R> {

        /** Begins {@code row}. Returns the key of its entity, or null if the key is null because no row was joined. */
        @Nullable
        Object begin(Readable row);

        /** Returns the entity of {@code row}, which was begun. */
        R readBegun(Readable row);

        /**
         * Loads the handles of the rows that this one read: in {@code transaction}, or without one for every
         * subscriber.
         */
        void remember(@Nullable TransactionScope transaction);
    }
}
