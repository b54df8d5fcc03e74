package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.RelationKey;
import dev.kindred.model.BelongsToRelation;
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
import org.jspecify.annotations.Nullable;

/**
 * The entities of one batch, to which the related rows have a relation back: when such a row is found, its handle is told the entity. Entities
 * are held weakly, so one that is kept does not keep its siblings. Confined to the read of the entities, then thread-safe.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
final class BackReferences<E, R> {

    private final EntityModel<E> model;
    private final List<Relation<R, E>> inverses;
    private final List<WeakReference<E>> entities = new ArrayList<>();
    private final List<Object> rawKeys = new ArrayList<>();

    private BackReferences(EntityModel<E> model, List<Relation<R, E>> inverses) {
        this.model = model;
        this.inverses = inverses;
    }

    /** Returns what holds the entities of a batch of {@code relation}, or null when no relation leads back to exactly them. */
    static <E, R> @Nullable BackReferences<E, R> of(Relation<E, R> relation, List<Relation<R, E>> inverses) {
        return inverses.isEmpty() ? null : new BackReferences<>(EntityModel.of(relation.entity()), inverses);
    }

    /** Returns the relations of the related entity that find the entity of {@code relation} by the same key, and no other row. */
    static <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        List<Relation<R, E>> inverses = new ArrayList<>();
        for (Relation<R, ?> candidate : relation.related().relations()) {
            if (isInverse(candidate, relation) && isForOneRow(candidate)) {
                @SuppressWarnings("unchecked") // its related entity is the one of the relation
                Relation<R, E> inverse = (Relation<R, E>) candidate;
                inverses.add(inverse);
            }
        }
        return List.copyOf(inverses);
    }

    private static boolean isInverse(Relation<?, ?> candidate, Relation<?, ?> relation) {
        return candidate instanceof BelongsToRelation<?, ?> != relation instanceof BelongsToRelation<?, ?>
                && candidate.related().type() == relation.entity()
                && candidate.sourceKey().equals(relation.targetKey())
                && candidate.targetKey().equals(relation.sourceKey());
    }

    /** The key of an owner is unique; a key that points at one is where it is the primary key or declared so. */
    private static <R, E> boolean isForOneRow(Relation<R, E> inverse) {
        List<EntityColumn<E, ?>> key = inverse.targetKey();
        return inverse.rows().fixed().isEmpty()
                && !inverse.isOneOfMany()
                && (inverse instanceof BelongsToRelation<?, ?>
                        || inverse.related().id().equals(key)
                        || (key.size() == 1 && key.get(0).is(ColumnTrait.UNIQUE)));
    }

    /** Adds an entity that was read with all its columns. A relation back does not find one that is deleted softly. */
    void add(E entity, WeakReference<E> reference, Object rawKey) {
        @Nullable EntityColumn<E, ?> deleted = model.softDelete().orElse(null);
        if (deleted == null || deleted.get(entity) == null) {
            entities.add(reference);
            rawKeys.add(rawKey);
        }
    }

    /** Tells the rows that {@code batch} knows which entities they were found for, as far as their handles do not know it. */
    void link(SiblingBatch<E, R> batch, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            Map<SiblingBatch<?, E>, Map<Object, E>> owners = new HashMap<>();
            for (int i = 0; i < entities.size(); i++) {
                @Nullable E entity = entities.get(i).get();
                Object key = RelationKey.of(rawKeys.get(i));
                @Nullable Resolution<R> known = entity == null ? null : batch.knownIn(transaction, key);
                @Nullable R row = known == null ? null : known.row(key);
                if (entity != null && row != null) {
                    add(inverse.handle(row), key, entity, owners, transaction);
                }
            }
            owners.forEach((of, rows) -> of.remember(transaction, Resolution.of(rows, rows.keySet())));
        }
    }

    /** Tells {@code row}, which was written for {@code entity}, to which entity it belongs, unless that is no original or was changed by it. */
    void link(E entity, R row, @Nullable TransactionScope transaction) {
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i).get() == entity) {
                Object key = RelationKey.of(rawKeys.get(i));
                Map<SiblingBatch<?, E>, Map<Object, E>> owners = new HashMap<>();
                for (Relation<R, E> inverse : inverses) {
                    if (inverse instanceof BelongsToRelation<R, E> owner && !owner.touchesOwner()) {
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
