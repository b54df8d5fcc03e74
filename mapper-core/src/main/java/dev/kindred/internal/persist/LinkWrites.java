package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.LinkShapes.Kind;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.GivenValues;
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
import dev.kindred.internal.sql.ShapedStatement;
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
    private final LockRows.@Nullable Turn turn;
    private final LinkShapes shapes;
    private final LinkConditions<R, P> pairs;

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
        this.turn = PivotTurn.of(relation, pivot, source);
        this.shapes = new LinkShapes(relation, pivots);
        this.pairs = new LinkConditions<>(relation, target, marks);
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

    /** Returns the lock of the row of the parent, as a part of a statement. See {@link PivotTurn}. */
    public LockRows lock(E parent) {
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<E, ?> column : RelationKey.stored(relation.sourceKey())) {
            same.add(new Predicate.Comparison(
                    Columns.reference(column),
                    ComparisonOperator.EQUAL,
                    new Parameter(column.type(), column.getOrNull(parent), column.toString())));
        }
        TableName table = Nodes.of(EntityModel.of(relation.entity())).table();
        return new LockRows(table, same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same)).after(turn);
    }

    /** Returns {@link #lock} as a statement of its own. */
    public ShapedStatement<LockRows> lockAlone(E parent) {
        LockRows lock = lock(parent);
        return new ShapedStatement<>(
                new WriteShape(WriteShape.Kind.LOCK, relation), GivenValues.of(lock.where()), () -> lock);
    }

    /**
     * Returns the statement that adds {@code wanted} and leaves existing pairs unchanged.
     *
     * @param lock the lock of the parent's row, or null if the transaction holds it already
     * @param isIndexed whether a unique index on the pair refuses a second row
     */
    public ShapedStatement<LinkRows> attach(
            ForeignKey<P> key, WantedLinks<P> wanted, @Nullable LockRows lock, boolean isIndexed) {
        return shapes.of(
                lock == null ? Kind.ATTACH : Kind.LOCK_AND_ATTACH,
                isIndexed,
                wanted,
                links(key, lock, null, addition(key, wanted, isIndexed, false)));
    }

    /** Returns the statement that removes the pairs of {@code wanted}; null means all pairs of the parent. */
    public ShapedStatement<LinkRows> detach(ForeignKey<P> key, @Nullable WantedLinks<P> wanted, LockRows lock) {
        return shapes.of(
                wanted == null ? Kind.DETACH_ALL : Kind.DETACH,
                false,
                wanted,
                links(key, lock, pairs.removal(key, wanted == null ? null : pairs.among(wanted)), null));
    }

    /**
     * Returns the statement that adds {@code wanted}, and writes their values to existing pairs. The transaction holds
     * the lock of the parent's row.
     *
     * @param isWhole whether the other pairs of the parent are removed
     */
    public ShapedStatement<LinkRows> sync(
            ForeignKey<P> key, WantedLinks<P> wanted, boolean isWhole, boolean isIndexed) {
        return shapes.of(
                isWhole ? Kind.SYNC : Kind.ADD_OR_CHANGE, isIndexed, wanted, synced(key, wanted, isWhole, isIndexed));
    }

    private LinkRows synced(ForeignKey<P> key, WantedLinks<P> wanted, boolean isWhole, boolean isIndexed) {
        @Nullable Predicate others = wanted.isEmpty() ? null : new Predicate.Negation(pairs.among(wanted));
        return links(
                key,
                null,
                isWhole ? pairs.removal(key, others) : null,
                wanted.isEmpty() ? null : addition(key, wanted, isIndexed, true));
    }

    /**
     * Returns the statement that sets the values aside which {@link #sync} changes, so that pairs can exchange values
     * of a unique index. Returns null without such values.
     */
    public @Nullable SetAside setAside(ForeignKey<P> key, WantedLinks<P> wanted) {
        return wanted.isEmpty() || wanted.columns().isEmpty()
                ? null
                : ExchangedValues.aside(new SetAside.Changed(synced(key, wanted, false, true)), wanted.columns());
    }

    /**
     * Returns the statement that removes those of {@code wanted} that exist and adds the others. The transaction holds
     * the lock of the parent's row.
     */
    public ShapedStatement<LinkRows> toggle(ForeignKey<P> key, WantedLinks<P> wanted, boolean isIndexed) {
        return shapes.of(
                Kind.TOGGLE,
                isIndexed,
                wanted,
                links(key, null, pairs.removal(key, pairs.among(wanted)), addition(key, wanted, isIndexed, false)));
    }

    /** Returns the statement that writes {@code values} to the pair with the key of {@code wanted}. */
    public LinkRows update(ForeignKey<P> key, WantedLinks<P> wanted, List<Assignment<P>> values, LockRows lock) {
        List<Predicate> where = pairs.of(key);
        where.add(pairs.among(wanted));
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

    private Addition addition(ForeignKey<P> key, WantedLinks<P> wanted, boolean isIndexed, boolean updates) {
        shared.requireSame(key, wanted.keys());
        Clock now = AuditTime.reading(clock);
        NewLinks<P> rows = new NewLinks<>(target, shared.own(), relation.targetKey());
        List<SetColumn> constants = constants(key, wanted, now);
        List<ColumnReference> values = Columns.references(wanted.columns());
        @Nullable
        Change change = updates && !wanted.columns().isEmpty()
                ? new Change(
                        new Predicate.Conjunction(pairs.of(key)),
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
