package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities, their keys, and the rows joined to them, in the order of the columns in the statement. Confined to
 * one result.
 *
 * @param <E> the entity
 */
final class JoinedReader<E> implements RowReader<E>, JoinedRelation.RelatedReader<E> {

    private final EntityRowReader<E> entities;
    private final @Nullable KeyReader key;
    private final List<JoinedRelation<E, ?>> relations = new ArrayList<>();
    private final KeyedRowList.Keys keys = new KeyedRowList.Keys();
    private final EntityReads reads;
    private final Map<Object, E> shared = new HashMap<>();
    private int next;

    private JoinedReader(EntityReads reads, EntityRowReader<E> entities, @Nullable KeyReader key, int next) {
        this.reads = reads;
        this.entities = entities;
        this.key = key;
        this.next = next;
    }

    /**
     * Reads entities with {@code columns} and the rows that {@code plan} joins to them.
     *
     * @param joined the position of the first joined column
     */
    static <E> JoinedReader<E> of(
            EntityReads reads, SelectQuery<E> query, PreloadPlan<E> plan, int joined, LoadMode mode) {
        EntityRowReader<E> entities = reads.reader(reads.shape(query.model(), query.columns(), 0), mode);
        return new JoinedReader<>(reads, entities, null, joined).joining(plan, mode);
    }

    /**
     * Reads rows of {@code step}, with their keys and the rows that the step joins to them.
     *
     * @param key the key of the rows
     * @param offset the position of the first column of the entity
     */
    static <R> JoinedReader<R> of(EntityReads reads, PreloadStep<?, R> step, RowKey key, int offset, LoadMode mode) {
        return of(reads, step, KeyPositions.of(step, key), offset, mode);
    }

    /** As {@link #of(EntityReads, PreloadStep, RowKey, int, LoadMode)}, with known positions of the key. */
    static <R> JoinedReader<R> of(
            EntityReads reads, PreloadStep<?, R> step, KeyPositions positions, int offset, LoadMode mode) {
        RowKey key = positions.key();
        EntityModel<R> model = step.relation().related();
        List<EntityColumn<R, ?>> columns = step.query().columns();
        EntityRowReader<R> entities = reads.reader(reads.shape(model, columns, offset, key.columns()), mode);
        int beside = offset + columns.size();
        return new JoinedReader<>(
                        reads,
                        entities,
                        new KeyReader(positions, entities, beside, reads.decoding()),
                        beside + key.beside().size() + key.linked().size())
                .joining(step.next(), mode);
    }

    /** Returns a reader of rows of {@code step}, with their keys, that belong to different callers. */
    static <R> JoinedReader<R> ofEach(EntityReads reads, PreloadStep<?, R> step, LoadMode mode) {
        RowKey key = step.key();
        EntityModel<R> model = step.relation().related();
        List<EntityColumn<R, ?>> columns = step.query().columns();
        EntityRowReader<R> entities = reads.readerOfEach(reads.shape(model, columns, 0, key.columns()), mode);
        KeyReader keys = new KeyReader(KeyPositions.of(step, key), entities, columns.size(), reads.decoding());
        return new JoinedReader<>(reads, entities, keys, columns.size());
    }

    private JoinedReader<E> joining(PreloadPlan<E> plan, LoadMode mode) {
        plan.joined().forEach(step -> add(step, mode));
        return this;
    }

    private <R> void add(PreloadStep<E, R> step, LoadMode inherited) {
        JoinedReader<R> reader = of(reads, step, step.key(), next, step.query().modeOr(inherited));
        next = reader.next;
        relations.add(new JoinedRelation<>(step.relation(), reader));
    }

    @Override
    public E read(Readable row) {
        entities.begin(row);
        return readBegun(row);
    }

    /** Returns the entity of {@code row} and notes its key. An entity that several keys share is read once. */
    E readKeyed(Readable row) {
        keys.add(begin(row));
        @Nullable Object identity = key == null ? null : key.identity();
        @Nullable E known = identity == null ? null : shared.get(identity);
        if (known != null) {
            return known;
        }
        E entity = readBegun(row);
        if (identity != null) {
            shared.put(identity, entity);
        }
        return entity;
    }

    /** Returns {@code rows}, which {@link #readKeyed} returned, with their keys. */
    KeyedRowList<E> withKeys(List<E> rows) {
        return keys.of(rows);
    }

    @Override
    public @Nullable Object begin(Readable row) {
        entities.begin(row);
        if (key == null) {
            return null;
        }
        key.begin(row);
        return key.key();
    }

    @Override
    public E readBegun(Readable row) {
        E entity = entities.readBegun();
        // A row of a result without joins needs no iterator.
        for (int i = 0; i < relations.size(); i++) {
            relations.get(i).read(entity, row);
        }
        return entity;
    }

    @Override
    public void remember(@Nullable TransactionScope transaction) {
        relations.forEach(relation -> relation.remember(transaction));
    }
}
