package dev.kindred.reactor.internal.preload;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.row.HandleSource;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Creates the handles of the entities of one read and adds them to batches. Confined to that read. */
final class BatchedHandles<E> implements HandleSource<E> {

    private final BatchFactory factory;
    private final LoadMode mode;
    private final int batchSize;
    private final @Nullable SiblingBatch<E, ?, ?>[] batches;
    private int entities;

    BatchedHandles(EntityModel<E> model, LoadMode mode, BatchFactory factory) {
        this.factory = factory;
        this.mode = mode;
        this.batchSize = mode == LoadMode.SINGLE ? 1 : factory.batchSize();
        this.batches = batches(model.relations().size());
    }

    @SuppressWarnings("unchecked") // an array has no type arguments
    private static <E> @Nullable SiblingBatch<E, ?, ?>[] batches(int size) {
        return (@Nullable SiblingBatch<E, ?, ?>[]) new @Nullable SiblingBatch<?, ?, ?>[size];
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
        for (@Nullable SiblingBatch<E, ?, ?> batch : batches) {
            @Nullable Object rawKey = batch == null || !batch.leadsBack() ? null : rawKey(batch, entity);
            if (batch != null && rawKey != null) {
                reference = reference == null ? new WeakReference<>(entity) : reference;
                batch.addOrigin(entity, reference, rawKey);
            }
        }
    }

    /** Returns the key of the handle that {@code batch} gave to {@code entity}, or null if the entity holds another one. */
    private static <E, R, V> @Nullable Object rawKey(SiblingBatch<E, R, V> batch, E entity) {
        @Nullable RelatedValue<R, V> value = RelatedValue.of(batch.relation(), batch.arity(), entity);
        return value != null && value.batch() == batch ? value.rawKey() : null;
    }

    @Override
    public Object handle(int ordinal, Relation<E, ?> relation, @Nullable Object key) {
        @Nullable SiblingBatch<E, ?, ?> batch = batches[ordinal];
        if (batch == null) {
            batch = factory.batch(relation, mode);
            batches[ordinal] = batch;
        }
        return sibling(batch, key);
    }

    private static <R, V> Object sibling(SiblingBatch<?, R, V> batch, @Nullable Object key) {
        if (key != null) {
            batch.add(key);
        }
        return batch.arity().handle(RelatedValue.of(batch, key));
    }

    @Override
    public Object handleWithoutKey(Relation<E, ?> relation, EntityColumn<E, ?> missing) {
        return withoutKey(relation, missing);
    }

    private static <R> Object withoutKey(Relation<?, R> relation, EntityColumn<?, ?> missing) {
        return withoutKey(relation, Arity.of(relation), missing);
    }

    private static <R, V> Object withoutKey(Relation<?, R> relation, Arity<R, V> arity, EntityColumn<?, ?> missing) {
        return arity.handle(RelatedValue.withoutKey(relation, missing));
    }
}
