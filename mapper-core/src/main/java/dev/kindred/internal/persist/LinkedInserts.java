package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Write;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.ManyToManyRelation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inserts of related rows together with the pairs that link them to one parent. Immutable and thread-safe.
 *
 * @param <P> the pivot
 * @param key the columns of a pair that reference the parent, with its key
 * @param lock the lock of the parent's row
 */
public record LinkedInserts<R, P>(
        ManyToManyRelation<?, R> relation, PivotColumns<R, P> pivot, ForeignKey<P> key, LockRows lock, Clock clock) {

    /**
     * The pivot of a relation.
     *
     * @param model its model
     * @param relation the relation of the parent to the pivots, or null
     * @param shared the columns that reference both sides, and those that reference the related rows only
     */
    record PivotColumns<R, P>(
            EntityModel<P> model, @Nullable HasManyRelation<?, P> relation, SharedColumns<R, P> shared) {}

    /** Returns the inserts of {@code related}, each with a pair that has {@code values}. */
    public List<RowBatch> createAll(List<R> related, List<Assignment<P>> values) {
        List<ForeignKey<R>> keys = Collections.nCopies(related.size(), sharedKey());
        EntityWrites<R> writes = new EntityWrites<>(relation.related(), clock);
        return new ManyRows<>(writes)
                .insert(related, keys, ScopeValues.of(relation)).stream()
                        .map(batch -> new RowBatch(linked((Write) batch.statement(), values), batch.positions()))
                        .toList();
    }

    /** Returns the insert of a related row with {@code values}, and of its pair with {@code ofPair}. */
    public InsertLinked create(List<Assignment<R>> values, List<Assignment<P>> ofPair) {
        new ScopeCheck<>(relation).requireWithin(values);
        RowDraft<R> draft = RowDraft.created(relation.related(), values, AuditTime.reading(clock))
                .withDefaults(ScopeValues.of(relation))
                .with(sharedKey());
        return linked(new EntityWrites<>(relation.related(), clock).insert(draft), ofPair);
    }

    /** A new related row has the parent's values of the columns that reference both sides. */
    private ForeignKey<R> sharedKey() {
        pivot.shared.own();
        return pivot.shared.ofRelated(key);
    }

    private InsertLinked linked(Write insert, List<Assignment<P>> values) {
        List<Assignment<P>> scope = pivot.relation == null ? List.of() : ScopeValues.of(pivot.relation);
        List<SetColumn> constants = RowDraft.created(pivot.model, values, AuditTime.reading(clock))
                .withDefaults(scope)
                .with(key)
                .without(pivot.shared.target())
                .toSetColumns();
        List<EntityColumn<P, ?>> target = pivot.shared.target();
        List<CopiedKey> links = new ArrayList<>();
        for (int i = 0; i < target.size(); i++) {
            links.add(new CopiedKey(Columns.reference(relation.targetKey().get(i)), Columns.reference(target.get(i))));
        }
        return new InsertLinked(
                insert.withoutReturning(),
                insert.returning(),
                new InsertLinked.Pairs(Nodes.of(pivot.model).table(), constants, links),
                lock,
                List.of(),
                List.of());
    }
}
