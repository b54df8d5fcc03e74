package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityHandles;
import dev.kindred.reactor.internal.row.EntityCopier;
import dev.kindred.reactor.internal.row.HandleSource;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives entities live handles: when they are read, written or copied. Thread-safe. */
public final class RelationHandles implements EntityHandles {

    private final BatchFactory batches;
    private final StatementRunner statements;
    private final HandleLinks links;

    /** Puts the handles into batches of {@code batches}. */
    RelationHandles(BatchFactory batches) {
        this.batches = batches;
        this.statements = batches.source().statements();
        this.links = new HandleLinks(statements);
    }

    /** Returns the greatest number of siblings that load together. */
    public int batchSize() {
        return batches.batchSize();
    }

    @Override
    public LoadMode mode() {
        return batches.mode();
    }

    @Override
    public <E> HandleSource<E> of(EntityModel<E> model, LoadMode mode) {
        return new BatchedHandles<>(model, mode, batches);
    }

    @Override
    public <E> HandleSource<E> ofEach(EntityModel<E> model, LoadMode mode) {
        return new BatchedHandles<>(model, mode, batches, 1);
    }

    @Override
    public <E> E live(EntityModel<E> model, E entity) {
        return model.relations().stream().allMatch(each -> isLive(each, entity))
                ? entity
                : copy(model, entity, of(model, mode()));
    }

    /**
     * Returns {@code entities}, each with a live handle of {@code relation}: the same instance if it has one, else a
     * copy.
     */
    public <E> List<E> live(List<E> entities, Relation<E, ?> relation) {
        if (entities.isEmpty()) {
            return entities;
        }
        EntityModel<E> model = EntityModel.of(relation.entity());
        HandleSource<E> siblings = of(model, mode());
        return entities.stream()
                .map(entity -> isLive(relation, entity) ? entity : copy(model, entity, siblings))
                .toList();
    }

    private <E> E copy(EntityModel<E> model, E entity, HandleSource<E> siblings) {
        Function<Relation<E, ?>, Object> made = made(model, entity, siblings);
        return EntityCopier.copy(model, entity, each -> own(each, entity, made));
    }

    private <E> Object own(Relation<E, ?> relation, E entity, Function<Relation<E, ?>, Object> made) {
        @Nullable Object own = isLive(relation, entity) ? Nodes.of(relation).handle(entity) : null;
        return own == null ? made.apply(relation) : own;
    }

    /** Returns a copy of {@code entity} with {@code values} and live handles for them. */
    public <E> E withValues(EntityModel<E> model, E entity, Map<EntityColumn<E, ?>, @Nullable Object> values) {
        E filled = EntityCopier.copy(model, entity, values, made(model, entity, of(model, mode())));
        return EntityCopier.copy(model, filled, made(model, filled, of(model, mode())));
    }

    private static <E> Function<Relation<E, ?>, Object> made(EntityModel<E> model, E entity, HandleSource<E> siblings) {
        if (Nodes.of(model).table().tenant() != null) {
            siblings.ofTenant(tenantOf(model, entity));
        }
        return relation -> siblings.handle(
                model.relations().indexOf(relation), relation, RelationKey.raw(relation.sourceKey(), entity));
    }

    private static <E> @Nullable Object tenantOf(EntityModel<E> model, E entity) {
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Nodes.of(column).is(ColumnTrait.TENANT)) {
                return column.getOrNull(entity);
            }
        }
        return null;
    }

    private <E> boolean isLive(Relation<E, ?> relation, E entity) {
        return RelatedValue.isLive(relation, entity, statements);
    }

    @Override
    public <E, R> void link(@Nullable TransactionScope transaction, Written<E, R> written) {
        links.link(transaction, written);
    }

    @Override
    public <E, R> void linkLists(@Nullable TransactionScope transaction, WrittenLists<E, R> written) {
        links.linkLists(transaction, written);
    }
}
