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
import java.util.function.Consumer;
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
    private final List<EntityColumn<E, ?>> key;
    private final List<WeakReference<E>> entities = new ArrayList<>();

    private BackReferences(Relation<E, R> relation, List<Relation<R, E>> inverses) {
        this.model = EntityModel.of(relation.entity());
        this.key = relation.sourceKey();
        this.inverses = inverses;
    }

    /** Returns the back references for a batch of {@code relation}, or null without inverse relations. */
    static <E, R> @Nullable BackReferences<E, R> of(Relation<E, R> relation, List<Relation<R, E>> inverses) {
        return inverses.isEmpty() ? null : new BackReferences<>(relation, inverses);
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
    public void add(E entity, WeakReference<E> reference) {
        @Nullable EntityColumn<E, ?> deleted = model.softDelete().orElse(null);
        if (deleted == null || deleted.getOrNull(entity) == null) {
            entities.add(reference);
        }
    }

    @Override
    public void link(KnownRows<R> rows, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            Owners<E, R> owners = new Owners<>(inverse, transaction, entities.size());
            for (WeakReference<E> reference : entities) {
                @Nullable E entity = reference.get();
                @Nullable Object own = entity == null ? null : RelationKey.of(key, entity);
                if (entity != null && own != null) {
                    owners.add(rows, own, entity);
                }
            }
            owners.remember();
        }
    }

    /** Does nothing for an entity of another batch, and for an owner that the write of {@code row} touched. */
    @Override
    public void link(Object entity, R row, @Nullable TransactionScope transaction) {
        for (WeakReference<E> reference : entities) {
            @Nullable E own = reference.get();
            @Nullable Object ownKey = own == null || own != entity ? null : RelationKey.of(key, own);
            if (own != null && ownKey != null) {
                inverses.stream()
                        .filter(inverse -> Nodes.of(inverse).holdsForeignKey()
                                && !Nodes.of(inverse).touchesOwner())
                        .forEach(inverse -> {
                            Owners<E, R> owners = new Owners<>(inverse, transaction, 1);
                            owners.add((any, action) -> action.accept(row), ownKey, own);
                            owners.remember();
                        });
                return;
            }
        }
    }

    /**
     * The entities that the inverse handles of some rows resolve to, by batch. It is the action on each row in turn, so
     * that a row needs no further object.
     */
    private static final class Owners<E, R> implements Consumer<R> {

        private final Relation<R, E> inverse;
        private final @Nullable TransactionScope transaction;
        private final int expected;
        private final Map<SiblingBatch<?, E, E>, Map<Object, E>> found = new HashMap<>();
        private @Nullable Object key;
        private @Nullable E entity;

        Owners(Relation<R, E> inverse, @Nullable TransactionScope transaction, int expected) {
            this.inverse = inverse;
            this.transaction = transaction;
            this.expected = expected;
        }

        /** Adds {@code owner} for each row of {@code ownKey}. */
        void add(KnownRows<R> rows, Object ownKey, E owner) {
            key = ownKey;
            entity = owner;
            rows.forEach(ownKey, this);
        }

        @Override
        public void accept(R row) {
            @Nullable Object ownKey = key;
            @Nullable E owner = entity;
            @Nullable RelatedValue<E, E> value = RelatedValue.of(inverse, OneRow.instance(), row);
            @Nullable SiblingBatch<?, E, E> batch = value == null ? null : value.batch();
            if (value != null
                    && batch != null
                    && ownKey != null
                    && owner != null
                    && ownKey.equals(value.key())
                    && batch.mayLoad()
                    && batch.knownIn(transaction, ownKey) == null) {
                found.computeIfAbsent(batch, absent -> new HashMap<>(expected * 2))
                        .putIfAbsent(ownKey, owner);
            }
        }

        void remember() {
            found.forEach((batch, rows) -> batch.remember(transaction, Resolution.of(rows, rows.keySet())));
        }
    }
}
