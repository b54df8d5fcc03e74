package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.LinkRows.Addition;
import dev.kindred.internal.sql.LinkRows.Change;
import dev.kindred.internal.sql.LinkRows.Marks;
import dev.kindred.internal.sql.LinkRows.Removal;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.type.ComparisonOperator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write the pairs of a {@link ManyToManyRelation}. Immutable and thread-safe.
 *
 * @param <P> the pivot
 */
public final class LinkWrites<E, R, P> {

    private final ManyToManyRelation<E, R> relation;
    private final EntityModel<P> pivot;
    private final @Nullable HasManyRelation<E, P> pivots;
    private final List<EntityColumn<P, ?>> source;
    private final List<EntityColumn<P, ?>> target;
    private final Clock clock;
    private final PivotMarks<P> marks;
    private final SharedColumns<R, P> shared;

    private LinkWrites(
            ManyToManyRelation<E, R> relation,
            EntityModel<P> pivot,
            @Nullable HasManyRelation<E, P> pivots,
            Clock clock) {
        this.relation = relation;
        this.pivot = pivot;
        this.pivots = pivots;
        this.clock = clock;
        this.marks = new PivotMarks<>(pivot, clock);
        List<Hop> hops = Nodes.of(relation).hops();
        this.source = columns(hops.get(0).columns());
        this.target = columns(
                hops.get(1).links().stream().map(Subquery.Correlation::outer).toList());
        this.shared = new SharedColumns<>(relation, source, target);
    }

    /** Returns the writes of {@code relation}; audit times come from {@code clock}. */
    public static <E, R> LinkWrites<E, R, ?> of(ManyToManyRelation<E, R> relation, Clock clock) {
        return relation instanceof PivotRelation<E, R, ?> over
                ? of(over, clock)
                : new LinkWrites<>(relation, relation.pivotModel().orElseThrow(), null, clock);
    }

    /** Returns the writes of {@code relation}; audit times come from {@code clock}. */
    public static <E, R, P> LinkWrites<E, R, P> of(PivotRelation<E, R, P> relation, Clock clock) {
        return new LinkWrites<>(relation, relation.pivots().related(), relation.pivots(), clock);
    }

    private List<EntityColumn<P, ?>> columns(List<ColumnReference> references) {
        List<EntityColumn<P, ?>> found = new ArrayList<>();
        for (ColumnReference reference : references) {
            pivot.columns().stream()
                    .filter(column -> Columns.reference(column).name().equals(reference.name()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Returns the relation. */
    public ManyToManyRelation<E, R> relation() {
        return relation;
    }

    /** Returns the pivot. */
    public EntityModel<P> pivot() {
        return pivot;
    }

    /** Returns the columns of both sides of a pair. */
    public List<EntityColumn<P, ?>> pair() {
        return shared.pair();
    }

    /** Returns the columns of a pair that reference the parent, with the key of {@code parent}. */
    public ForeignKey<P> requireKey(E parent) {
        @Nullable ForeignKey<P> key = ForeignKey.of(source, relation.sourceKey(), parent);
        if (key == null) {
            throw new RelationKeyMissingException("Cannot write " + relation + ": its key " + relation.sourceKey()
                    + " is null in the " + relation.entity().getSimpleName()
                    + ". Save the entity first and use the returned one.");
        }
        return key;
    }

    /** Returns the key of {@code related} to which a pair refers. */
    public Object requireTarget(R related) {
        @Nullable Object key = RelationKey.raw(relation.targetKey(), related);
        if (key == null) {
            throw new RelationKeyMissingException("Cannot write " + relation + ": the key " + relation.targetKey()
                    + " is null in a " + relation.related().name()
                    + " of the list. Save it first and use the returned one, or call create.");
        }
        return key;
    }

    /** Throws if a caller cannot give a pair {@code values}. */
    public void requireWritable(List<Assignment<P>> values) {
        RowDraft.assigned(pivot, values);
        for (Assignment<P> value : values) {
            if (pair().contains(value.column())) {
                throw new IllegalArgumentException("The column " + value.column() + " is part of the pair of "
                        + relation + ", which the relation sets. Leave it out.");
            }
        }
        if (pivots != null) {
            new ScopeCheck<>(pivots).requireWithin(values);
        }
    }

    /** Returns the lock of the row of the parent. See {@link PivotTurn}. */
    public LockRows lock(E parent) {
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<E, ?> column : RelationKey.stored(relation.sourceKey())) {
            same.add(new Predicate.Comparison(
                    Columns.reference(column),
                    ComparisonOperator.EQUAL,
                    new Parameter(column.type(), column.getOrNull(parent), column.toString())));
        }
        TableName table = Nodes.of(EntityModel.of(relation.entity())).table();
        return new LockRows(table, same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same))
                .after(PivotTurn.of(relation, pivot, source));
    }

    /**
     * Returns the statement that adds {@code wanted} and leaves existing pairs unchanged.
     *
     * @param lock the lock of the parent's row, or null if the transaction holds it already
     * @param isIndexed whether a unique index on the pair refuses a second row
     */
    public LinkRows attach(ForeignKey<P> key, WantedLinks<P> wanted, @Nullable LockRows lock, boolean isIndexed) {
        return links(key, lock, null, addition(key, wanted, isIndexed, false));
    }

    /** Returns the statement that removes the pairs of {@code wanted}; null means all pairs of the parent. */
    public LinkRows detach(ForeignKey<P> key, @Nullable WantedLinks<P> wanted, LockRows lock) {
        return links(key, lock, removal(key, wanted == null ? null : among(wanted)), null);
    }

    /**
     * Returns the statement that adds {@code wanted}, and writes their values to existing pairs. The transaction holds
     * the lock of the parent's row.
     *
     * @param isWhole whether the other pairs of the parent are removed
     */
    public LinkRows sync(ForeignKey<P> key, WantedLinks<P> wanted, boolean isWhole, boolean isIndexed) {
        @Nullable Predicate others = wanted.isEmpty() ? null : new Predicate.Negation(among(wanted));
        return links(
                key,
                null,
                isWhole ? removal(key, others) : null,
                wanted.isEmpty() ? null : addition(key, wanted, isIndexed, true));
    }

    /**
     * Returns the statement that sets the values aside which {@link #sync} changes, so that pairs can exchange values
     * of a unique index. Returns null without such values.
     */
    public @Nullable SetAside setAside(ForeignKey<P> key, WantedLinks<P> wanted) {
        return wanted.isEmpty() || wanted.columns().isEmpty()
                ? null
                : ExchangedValues.aside(new SetAside.Changed(sync(key, wanted, false, true)), wanted.columns());
    }

    /**
     * Returns the statement that removes those of {@code wanted} that exist and adds the others. The transaction holds
     * the lock of the parent's row.
     */
    public LinkRows toggle(ForeignKey<P> key, WantedLinks<P> wanted, boolean isIndexed) {
        return links(key, null, removal(key, among(wanted)), addition(key, wanted, isIndexed, false));
    }

    /** Returns the statement that writes {@code values} to the pair with the key of {@code wanted}. */
    public LinkRows update(ForeignKey<P> key, WantedLinks<P> wanted, List<Assignment<P>> values, LockRows lock) {
        List<Predicate> where = reached(key);
        where.add(among(wanted));
        List<SetColumn> set = new ArrayList<>(RowDraft.reassigned(pivot, values).toSetColumns());
        set.addAll(marks.updated(AuditTime.reading(clock)));
        return links(key, lock, new Removal(new Predicate.Conjunction(where), new Marks(set, marks.versions())), null);
    }

    /** Returns the inserts of related rows together with their pairs. */
    public LinkedInserts<R, P> inserts(ForeignKey<P> key, LockRows lock) {
        return new LinkedInserts<>(relation, new LinkedInserts.PivotColumns<>(pivot, pivots, shared), key, lock, clock);
    }

    private LinkRows links(
            ForeignKey<P> key, @Nullable LockRows lock, @Nullable Removal removal, @Nullable Addition addition) {
        List<SetColumn> set = key.parts().stream()
                .map(part -> new SetColumn(Columns.reference(part.column()), part.value()))
                .toList();
        return new LinkRows(
                Nodes.of(pivot).table(), set, Columns.references(target), lock, removal, addition, List.of());
    }

    private Predicate among(WantedLinks<P> wanted) {
        KeyRows<R> keys = new KeyRows<>(relation.targetKey());
        wanted.keys().forEach(keys::addRaw);
        return keys.matching(Columns.references(target));
    }

    private Removal removal(ForeignKey<P> key, @Nullable Predicate among) {
        List<Predicate> where = reached(key);
        if (among != null) {
            where.add(among);
        }
        List<Predicate> related = Nodes.of(relation).rows().conditions();
        if (!related.isEmpty()) {
            Hop hop = Nodes.of(relation).hops().get(1);
            where.add(new Predicate.Related(new Subquery(List.of(new Hop(hop.table(), hop.links())), related)));
        }
        EntityColumn<P, ?> deleted = pivot.softDelete().orElse(null);
        return new Removal(new Predicate.Conjunction(where), deleted == null ? null : marks.deletion(deleted));
    }

    /** The pairs of the parent that the relation has, without the conditions on the related rows. */
    private List<Predicate> reached(ForeignKey<P> key) {
        List<Predicate> where = new ArrayList<>();
        where.add(key.predicate());
        where.addAll(Nodes.of(relation).hops().get(0).conditions());
        pivot.softDelete()
                .map(column -> new Predicate.IsNull(Columns.reference(column)))
                .filter(present -> !where.contains(present))
                .ifPresent(where::add);
        return where;
    }

    private Addition addition(ForeignKey<P> key, WantedLinks<P> wanted, boolean isIndexed, boolean updates) {
        shared.requireSame(key, wanted.keys());
        Clock now = AuditTime.reading(clock);
        NewLinks<P> rows = new NewLinks<>(target, shared.own(), relation.targetKey());
        List<SetColumn> constants = constants(key, wanted, now);
        List<ColumnReference> values = Columns.references(wanted.columns());
        @Nullable
        Change change = updates && !wanted.columns().isEmpty()
                ? new Change(
                        new Predicate.Conjunction(reached(key)),
                        values,
                        new Marks(marks.updated(now), marks.versions()))
                : null;
        return new Addition(rows.of(wanted), constants, marks.conflict(pair(), isIndexed, values, constants), change);
    }

    private List<SetColumn> constants(ForeignKey<P> key, WantedLinks<P> wanted, Clock now) {
        List<Assignment<P>> scope = pivots == null ? List.of() : ScopeValues.of(pivots);
        return RowDraft.created(pivot, List.of(), now)
                .withDefaults(scope)
                .with(key)
                .without(source)
                .without(target)
                .without(wanted.columns())
                .toSetColumns();
    }
}
