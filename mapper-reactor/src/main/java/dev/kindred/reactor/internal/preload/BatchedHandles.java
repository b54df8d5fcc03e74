package dev.kindred.reactor.internal.preload;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.row.HandleSource;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the handles of the entities of one read and puts them into batches. Confined to that read. */
final class BatchedHandles<E> implements HandleSource<E> {

    private final BatchFactory factory;
    private final LoadMode mode;
    private final int batchSize;
    private final @Nullable SiblingBatch<E, ?>[] batches;
    private int entities;

    BatchedHandles(EntityModel<E> model, LoadMode mode, BatchFactory factory) {
        this.factory = factory;
        this.mode = mode;
        this.batchSize = mode == LoadMode.SINGLE ? 1 : factory.batchSize();
        this.batches = batches(model.relations().size());
    }

    @SuppressWarnings("unchecked") // an array knows no type arguments
    private static <E> @Nullable SiblingBatch<E, ?>[] batches(int size) {
        return (@Nullable SiblingBatch<E, ?>[]) new @Nullable SiblingBatch<?, ?>[size];
    }

    @Override
    public void nextEntity() {
        if (entities == batchSize) {
            Arrays.fill(batches, null);
            entities = 0;
        }
        entities++;
    }

    @Override
    public void builtWhole(E entity) {
        @Nullable WeakReference<E> reference = null;
        for (@Nullable SiblingBatch<E, ?> batch : batches) {
            if (batch != null
                    && batch.leadsBack()
                    && batch.relation().handle(entity) instanceof RelationHandle<?> handle
                    && handle.batch() == batch
                    && handle.rawKey() != null) {
                reference = reference == null ? new WeakReference<>(entity) : reference;
                batch.addOrigin(entity, reference, handle.rawKey());
            }
        }
    }

    @Override
    public Object handle(int ordinal, Relation<E, ?> relation, @Nullable Object key) {
        return sibling(ordinal, relation, key);
    }

    @Override
    public Object handleWithoutKey(Relation<E, ?> relation, EntityColumn<E, ?> missing) {
        return RelationHandle.withoutKey(relation, missing);
    }

    private <R> Object sibling(int ordinal, Relation<E, R> relation, @Nullable Object key) {
        @SuppressWarnings("unchecked") // the batch at an ordinal is that of the relation there
        @Nullable
        SiblingBatch<E, R> batch = (SiblingBatch<E, R>) batches[ordinal];
        if (batch == null) {
            batch = factory.batch(relation, mode);
            batches[ordinal] = batch;
        }
        if (key == null) {
            return RelationHandle.withNullKey(batch);
        }
        batch.add(key);
        return RelationHandle.of(batch, key);
    }
}
