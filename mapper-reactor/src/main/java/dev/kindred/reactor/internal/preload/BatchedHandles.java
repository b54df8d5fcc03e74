package dev.kindred.reactor.internal.preload;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.preload.BatchFactory.Siblings;
import dev.kindred.reactor.internal.row.HandleSource;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the handles of the entities of one read and adds them to batches. Confined to that read. */
final class BatchedHandles<E> implements HandleSource<E> {

    private final BatchFactory factory;
    private final LoadMode mode;
    private final int batchSize;
    private final @Nullable Siblings<E, ?, ?>[] batches;
    /** The handles of the entity that is being built. */
    private final @Nullable Object[] latest;

    private int entities;
    private @Nullable Object tenant;

    BatchedHandles(EntityModel<E> model, LoadMode mode, BatchFactory factory) {
        this(model, mode, factory, mode == LoadMode.SINGLE ? 1 : factory.batchSize());
    }

    BatchedHandles(EntityModel<E> model, LoadMode mode, BatchFactory factory, int batchSize) {
        this.factory = factory;
        this.mode = mode;
        this.batchSize = batchSize;
        this.batches = batches(model.relations().size());
        this.latest = new @Nullable Object[batches.length];
    }

    @SuppressWarnings("unchecked") // an array has no type arguments
    private static <E> @Nullable Siblings<E, ?, ?>[] batches(int size) {
        return (@Nullable Siblings<E, ?, ?>[]) new @Nullable Siblings<?, ?, ?>[size];
    }

    @Override
    public void ofTenant(@Nullable Object next) {
        if (!Objects.equals(next, tenant)) {
            Arrays.fill(batches, null);
            entities = 0;
            tenant = next;
        }
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
        for (int i = 0; i < batches.length; i++) {
            @Nullable Siblings<E, ?, ?> siblings = batches[i];
            @Nullable Object handle = latest[i];
            if (siblings != null && handle != null) {
                siblings.builtWhole(entity, handle);
            }
        }
    }

    @Override
    public Object handle(int ordinal, Relation<E, ?> relation, @Nullable Object key) {
        @Nullable Siblings<E, ?, ?> siblings = batches[ordinal];
        if (siblings == null) {
            siblings = factory.siblings(relation, mode, tenant);
            batches[ordinal] = siblings;
        }
        Object handle = siblings.handle(key);
        latest[ordinal] = handle;
        return handle;
    }

    @Override
    public Object handleWithoutKey(Relation<E, ?> relation, EntityColumn<E, ?> missing) {
        return withoutKey(relation, missing);
    }

    private <R> Object withoutKey(Relation<?, R> relation, EntityColumn<?, ?> missing) {
        return withoutKey(RelationKind.of(relation), relation, missing);
    }

    private <R, V> Object withoutKey(RelationKind<R, V> kind, Relation<?, R> relation, EntityColumn<?, ?> missing) {
        Operations operations = factory.source().statements().operations();
        return kind.handle().apply(KeyResolver.Unread.of(relation, missing, operations), null);
    }
}
