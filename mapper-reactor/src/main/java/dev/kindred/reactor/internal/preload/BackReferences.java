package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.InverseRelations;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RelatedFilter;
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
 * Links related rows back to the entities of one batch through inverse relations. Entities are held weakly, so a kept
 * entity does not keep its siblings.
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

    /**
     * Returns the relations of the related entity that resolve by the same key to exactly the entity of
     * {@code relation}.
     */
    static <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        return InverseRelations.of(relation).stream()
                .filter(BackReferences::isForOneRow)
                .toList();
    }

    /** An owner key is unique. A foreign key is unique if it is the primary key or declared unique. */
    private static <R, E> boolean isForOneRow(Relation<R, E> inverse) {
        List<EntityColumn<E, ?>> key = inverse.targetKey();
        RelatedFilter rows = Nodes.of(inverse).rows();
        return Nodes.of(inverse).isToOne()
                && rows.fixed().isEmpty()
                && rows.orderBy().isEmpty()
                && (Nodes.of(inverse).holdsForeignKey()
                        || inverse.related().id().equals(key)
                        || (key.size() == 1 && Nodes.of(key.get(0)).is(ColumnTrait.UNIQUE)));
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
    public void link(KnownRows<R> rows, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            Owners<E> owners = new Owners<>(transaction);
            for (int i = 0; i < entities.size(); i++) {
                @Nullable E entity = entities.get(i).get();
                if (entity != null) {
                    Object key = RelationKey.of(rawKeys.get(i));
                    rows.forEach(key, row -> owners.add(inverse, row, key, entity));
                }
            }
            owners.remember();
        }
    }

    /** Does nothing for an entity of another batch, and for an owner that the write of {@code row} touched. */
    @Override
    public void link(Object entity, R row, @Nullable TransactionScope transaction) {
        for (int i = 0; i < entities.size(); i++) {
            @Nullable E own = entities.get(i).get();
            if (own != null && own == entity) {
                Owners<E> owners = new Owners<>(transaction);
                for (Relation<R, E> inverse : inverses) {
                    if (Nodes.of(inverse).holdsForeignKey()
                            && !Nodes.of(inverse).touchesOwner()) {
                        owners.add(inverse, row, RelationKey.of(rawKeys.get(i)), own);
                    }
                }
                owners.remember();
                return;
            }
        }
    }

    /** The entities to remember, by the batches of the inverse handles. */
    private static final class Owners<E> {

        private final @Nullable TransactionScope transaction;
        private final Map<SiblingBatch<?, E, E>, Map<Object, E>> found = new HashMap<>();

        Owners(@Nullable TransactionScope transaction) {
            this.transaction = transaction;
        }

        <R> void add(Relation<R, E> inverse, R row, Object key, E entity) {
            @Nullable RelatedValue<E, E> value = RelatedValue.of(inverse, OneRow.instance(), row);
            @Nullable SiblingBatch<?, E, E> batch = value == null ? null : value.batch();
            if (value != null
                    && batch != null
                    && key.equals(value.key())
                    && batch.mayLoad()
                    && batch.knownIn(transaction, key) == null) {
                found.computeIfAbsent(batch, absent -> new HashMap<>()).putIfAbsent(key, entity);
            }
        }

        void remember() {
            found.forEach((batch, rows) -> batch.remember(transaction, Resolution.of(rows, rows.keySet())));
        }
    }
}
