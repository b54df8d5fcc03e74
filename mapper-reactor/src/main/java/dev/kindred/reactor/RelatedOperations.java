package dev.kindred.reactor;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.LinkedRows;
import dev.kindred.reactor.internal.preload.RelationHandle;
import dev.kindred.reactor.internal.preload.TransientChild;
import dev.kindred.reactor.internal.preload.WrittenChild;
import dev.kindred.reactor.internal.select.ParentKey;
import dev.kindred.reactor.internal.select.QueryContext;
import org.jspecify.annotations.Nullable;

/** Creates the operations on the related rows of one entity. Thread-safe. */
record RelatedOperations(QueryContext execution, WriteContext writing) {

    <E, R> Related<R> one(E entity, ToOneRelation<E, R> relation) {
        @Nullable Object key = keyOf(entity, relation);
        return new DefaultRelated<>(
                of(relation, entity),
                relation,
                () -> PreloadStep.of(relation).queryForKeyOrNone(key),
                key,
                new TransientChild<>(execution.relations(), relation, column -> column.getOrNull(entity)));
    }

    <E, R> Related<R> one(Class<E> type, Object key, ToOneRelation<E, R> relation) {
        EntityModel<E> model = EntityModel.of(type);
        ParentKey<E, R> parent = ParentKey.of(model, key, Checks.notNull(relation, "relation"));
        SelectQuery<R> query = PreloadStep.of(relation).queryWhere(parent.condition());
        return new DefaultRelated<>(
                execution.of(relation),
                relation,
                () -> query,
                parent.rawOrNull(),
                new TransientChild<>(execution.relations(), relation, parent::valueOf));
    }

    <E, R> RelatedMany<R> many(E entity, ToManyRelation<E, R> relation) {
        return new DefaultRelatedMany<>(new DefaultEntitySelect<>(of(relation, entity), queryFor(entity, relation)));
    }

    <E, R> RelatedMany<R> many(Class<E> type, Object key, ToManyRelation<E, R> relation) {
        ParentKey<E, R> parent = ParentKey.of(EntityModel.of(type), key, Checks.notNull(relation, "relation"));
        SelectQuery<R> query = PreloadStep.of(relation).queryWhere(parent.condition());
        return new DefaultRelatedMany<>(new DefaultEntitySelect<>(execution.of(relation), query));
    }

    <E, R, P> RelatedPivots<R, P> pivots(Class<E> type, Object key, PivotRelation<E, R, P> relation) {
        ParentKey<E, R> parent = ParentKey.of(EntityModel.of(type), key, Checks.notNull(relation, "relation"));
        SelectQuery<R> query = PreloadStep.of(relation).queryWhere(parent.condition());
        LinkedRows<E, R, P> rows = new LinkedRows<>(execution.relations(), relation);
        return new DefaultRelatedPivots<>(
                execution.of(relation),
                new DefaultEntitySelect<>(execution.of(relation), query),
                rows,
                rows.statements().pivotsWhere(parent.condition()));
    }

    <E, R> HasOneOperations<E, R> child(E entity, HasOneRelation<E, R> relation) {
        return new DefaultHasOneOperations<>(
                one(entity, relation), writing.of(entity), relation, entity, written(entity, relation));
    }

    <E, R> HasManyOperations<E, R> children(E entity, HasManyRelation<E, R> relation) {
        return new DefaultHasManyOperations<>(
                new DefaultEntitySelect<>(of(relation, entity), queryFor(entity, relation)),
                writing.of(entity),
                relation,
                entity,
                written(entity, relation));
    }

    <E, R> ManyToManyOperations<R> pairs(E entity, ManyToManyRelation<E, R> relation) {
        return new DefaultManyToManyOperations<>(
                many(entity, relation),
                writing.of(entity),
                writing.pairs().of(Checks.notNull(relation, "relation")),
                entity,
                written(entity, relation));
    }

    <E, R, P> PivotOperations<R, P> pairs(E entity, PivotRelation<E, R, P> relation) {
        SelectQuery<R> query = queryFor(entity, relation);
        LinkedRows<E, R, P> rows = new LinkedRows<>(execution.relations(), relation);
        return new DefaultManyToManyOperations<>(
                new DefaultRelatedPivots<>(
                        of(relation, entity),
                        new DefaultEntitySelect<>(of(relation, entity), query),
                        rows,
                        rows.statements().pivots(entity)),
                writing.of(entity),
                writing.pairs().of(relation),
                entity,
                written(entity, relation));
    }

    <E, R> BelongsToOperations<E, R> owner(E entity, BelongsToRelation<E, R> relation) {
        return new DefaultBelongsToOperations<>(one(entity, relation), writing.of(entity), relation, entity);
    }

    private <E, R> WrittenChild<E, R> written(E entity, Relation<E, R> relation) {
        return new WrittenChild<>(execution.statements(), relation, entity);
    }

    private static <E, R> SelectQuery<R> queryFor(E entity, Relation<E, R> relation) {
        @Nullable Object key = keyOf(entity, relation);
        return PreloadStep.of(relation).queryForKeyOrNone(key);
    }

    /** Returns the key at the time of the call, or null. */
    private static <E> @Nullable Object keyOf(E entity, Relation<E, ?> relation) {
        Checks.notNull(relation, "relation");
        RelationHandle.requireKey(Checks.notNull(entity, "entity"), relation);
        return RelationKey.raw(relation.sourceKey(), entity);
    }

    private QueryContext of(Relation<?, ?> relation, Object entity) {
        return execution.of(Checks.notNull(relation, "relation"), Checks.notNull(entity, "entity"));
    }
}
