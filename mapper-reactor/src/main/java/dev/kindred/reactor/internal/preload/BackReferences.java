package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.InverseRelations;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Links related rows back to entities through inverse relations. The handle of an entity refers to it, so a batch needs
 * no reference to its entities, and a kept entity does not keep its siblings. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
final class BackReferences<E, R> implements BackLinks<E, R> {

    private final @Nullable EntityColumn<E, ?> deleted;
    private final List<Relation<R, E>> inverses;

    private BackReferences(Relation<E, R> relation, List<Relation<R, E>> inverses) {
        this.deleted = EntityModel.of(relation.entity()).softDelete().orElse(null);
        this.inverses = inverses;
    }

    /** Returns the back references of {@code relation}, or empty without inverse relations. */
    static <E, R> Optional<BackReferences<E, R>> of(Relation<E, R> relation) {
        List<Relation<R, E>> inverses = inverses(relation);
        return inverses.isEmpty() ? Optional.empty() : Optional.of(new BackReferences<>(relation, inverses));
    }

    /**
     * Returns the relations of the related entity that resolve by the same key to exactly the entity of
     * {@code relation}.
     */
    private static <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
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

    /** The inverse relation does not find a softly deleted entity. */
    @Override
    public boolean mayOwn(E entity) {
        return deleted == null || deleted.getOrNull(entity) == null;
    }

    @Override
    public void link(Object owner, Object key, Rows<R> rows, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            rows.forEach(row -> link(inverse, owner, key, row, transaction));
        }
    }

    @Override
    public void linkAll(List<? extends Owners.Owner> owners, Rows<R> rows, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            Batches<E, R> batches = new Batches<>(inverse);
            rows.forEach(batches);
            batches.all.forEach(batch -> batch.addOwners(owners, transaction));
        }
    }

    /** Does nothing for an owner that the write of {@code row} touched. */
    @Override
    public void linkWritten(Object owner, Object key, R row, @Nullable TransactionScope transaction) {
        for (Relation<R, E> inverse : inverses) {
            if (Nodes.of(inverse).holdsForeignKey() && !Nodes.of(inverse).touchesOwner()) {
                link(inverse, owner, key, row, transaction);
            }
        }
    }

    private static <E, R> void link(
            Relation<R, E> inverse, Object owner, Object key, R row, @Nullable TransactionScope transaction) {
        @Nullable RelatedValue<E, E> value = RelatedValue.of(inverse, OneRow.instance(), row);
        @Nullable SiblingBatch<?, E, E> batch = value == null ? null : value.batch();
        if (value != null
                && batch != null
                && batch.mayLoad()
                && key.equals(value.key())
                && batch.knownIn(transaction, key) == null) {
            batch.addOwner(key, owner, transaction);
        }
    }

    /** The batches of the inverse handles of some rows. It is the action on each row in turn. */
    private static final class Batches<E, R> implements Consumer<R> {

        private final Relation<R, E> inverse;
        private final Set<SiblingBatch<?, E, E>> all = Collections.newSetFromMap(new IdentityHashMap<>());
        private @Nullable SiblingBatch<?, E, E> last;

        Batches(Relation<R, E> inverse) {
            this.inverse = inverse;
        }

        @Override
        public void accept(R row) {
            @Nullable RelatedValue<E, E> value = RelatedValue.of(inverse, OneRow.instance(), row);
            @Nullable SiblingBatch<?, E, E> batch = value == null ? null : value.batch();
            if (batch != null && batch != last && batch.mayLoad()) {
                last = batch;
                all.add(batch);
            }
        }
    }
}
