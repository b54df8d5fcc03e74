package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links related rows back to the entities of one batch through inverse relations. Entities are held weakly, so a kept entity does not keep
 * its siblings.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
final class BackReferences<E, R> implements BackLinks<E, R> {

    private final EntityModel<E> model;
    private final List<Relation<R, E>> inverses;
    private final List<WeakReference<E>> entities = new ArrayList<>();
    private final List<Object> rawKeys = new ArrayList<>();

    private BackReferences(EntityModel<E> model, List<Relation<R, E>> inverses) {
        this.model = model;
        this.inverses = inverses;
    }

    /** Returns the back references for a batch of {@code relation}, or null without inverse relations. */
    static <E, R> @Nullable BackReferences<E, R> of(Relation<E, R> relation, List<Relation<R, E>> inverses) {
        return inverses.isEmpty() ? null : new BackReferences<>(EntityModel.of(relation.entity()), inverses);
    }

    /** Returns the relations of the related entity that resolve by the same key to exactly the entity of {@code relation}. */
    static <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        List<Relation<R, E>> inverses = new ArrayList<>();
        for (Relation<R, ?> candidate : relation.related().relations()) {
            if (candidate.isInverseOf(relation) && isForOneRow(candidate)) {
                @SuppressWarnings("unchecked") // its related entity is the one of the relation
                Relation<R, E> inverse = (Relation<R, E>) candidate;
                inverses.add(inverse);
            }
        }
        return List.copyOf(inverses);
    }

    /** An owner key is unique. A foreign key is unique if it is the primary key or declared unique. */
    private static <R, E> boolean isForOneRow(Relation<R, E> inverse) {
        List<EntityColumn<E, ?>> key = inverse.targetKey();
        return Nodes.of(inverse.rows()).fixed().isEmpty()
                && !inverse.isOneOfMany()
                && (inverse.holdsForeignKey()
                        || inverse.related().id().equals(key)
                        || (key.size() == 1 && key.get(0).is(ColumnTrait.UNIQUE)));
    }

    /** A softly deleted entity is not added, since the inverse relation does not find it. */
    @Override
    public void add(E entity, WeakReference<E> reference, Object rawKey) {
        @Nullable EntityColumn<E, ?> deleted = model.softDelete().orElse(null);
        if (deleted == null || deleted.getOrNull(entity) == null) {
            entities.add(reference);
            rawKeys.add(rawKey);
        }
    }

    @Override
    public void link(Function<Object, @Nullable R> rowOf, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            Map<SiblingBatch<?, E>, Map<Object, E>> owners = new HashMap<>();
            for (int i = 0; i < entities.size(); i++) {
                @Nullable E entity = entities.get(i).get();
                Object key = RelationKey.of(rawKeys.get(i));
                @Nullable R row = entity == null ? null : rowOf.apply(key);
                if (entity != null && row != null) {
                    add(inverse.handle(row), key, entity, owners, transaction);
                }
            }
            owners.forEach((of, rows) -> of.remember(transaction, Resolution.of(rows, rows.keySet())));
        }
    }

    /** Does nothing for an entity of another batch, and for an owner that the write of {@code row} touched. */
    @Override
    public void link(E entity, R row, @Nullable TransactionScope transaction) {
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i).get() == entity) {
                Object key = RelationKey.of(rawKeys.get(i));
                Map<SiblingBatch<?, E>, Map<Object, E>> owners = new HashMap<>();
                for (Relation<R, E> inverse : inverses) {
                    if (inverse.holdsForeignKey() && !inverse.touchesOwner()) {
                        add(inverse.handle(row), key, entity, owners, transaction);
                    }
                }
                owners.forEach((of, rows) -> of.remember(transaction, Resolution.of(rows, rows.keySet())));
                return;
            }
        }
    }

    private void add(
            @Nullable Object handle,
            Object key,
            E entity,
            Map<SiblingBatch<?, E>, Map<Object, E>> owners,
            @Nullable TransactionScope transaction) {
        if (!(handle instanceof RelationHandle<?> any) || any.batch() == null || any.rawKey() == null) {
            return;
        }
        @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
        SiblingBatch<?, E> owner = (SiblingBatch<?, E>) any.batch();
        if (key.equals(RelationKey.of(any.rawKey())) && owner.mayLoad() && owner.knownIn(transaction, key) == null) {
            owners.computeIfAbsent(owner, absent -> new HashMap<>()).putIfAbsent(key, entity);
        }
    }
}
