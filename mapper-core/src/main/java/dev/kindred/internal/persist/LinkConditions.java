package dev.kindred.internal.persist;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.LinkRows.Removal;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ManyToManyRelation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions for the pairs that a write changes. Immutable and thread-safe.
 *
 * @param <P> the pivot
 * @param relation the relation of the pairs
 * @param target the columns that reference the related rows
 * @param marks the assignments that mark a pair as deleted
 */
record LinkConditions<R, P>(ManyToManyRelation<?, R> relation, List<EntityColumn<P, ?>> target, PivotMarks<P> marks) {

    /** Returns the condition for the pairs of {@code wanted}. */
    Predicate among(WantedLinks<P> wanted) {
        KeyRows<R> keys = new KeyRows<>(relation.targetKey());
        wanted.keys().forEach(keys::addRaw);
        return keys.matching(Columns.references(target));
    }

    /** Returns the removal of the pairs of the parent that the relation has, of those {@code among} if not null. */
    Removal removal(ForeignKey<P> key, @Nullable Predicate among) {
        List<Predicate> where = of(key);
        if (among != null) {
            where.add(among);
        }
        List<Predicate> related = Nodes.of(relation).rows().conditions();
        if (!related.isEmpty()) {
            Hop hop = Nodes.of(relation).hops().get(1);
            where.add(new Predicate.Related(new Subquery(List.of(new Hop(hop.table(), hop.links())), related)));
        }
        EntityColumn<P, ?> deleted = marks.pivot().softDelete().orElse(null);
        return new Removal(new Predicate.Conjunction(where), deleted == null ? null : marks.deletion(deleted));
    }

    /**
     * Returns the conditions for the pairs of the parent that the relation has, without the conditions on the related
     * rows.
     */
    List<Predicate> of(ForeignKey<P> key) {
        List<Predicate> where = new ArrayList<>();
        where.add(key.predicate());
        where.addAll(Nodes.of(relation).hops().get(0).conditions());
        marks.pivot()
                .softDelete()
                .map(column -> new Predicate.IsNull(Columns.reference(column)))
                .filter(present -> !where.contains(present))
                .ifPresent(where::add);
        return where;
    }
}
