package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.InsertWithChild.Link;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Condition;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.type.ComparisonOperator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write through a {@link HasOneRelation}: the child's foreign key is always the parent's key, whatever a payload says.
 * Immutable and thread-safe.
 */
public final class HasOneWrites<E, R> {

    private final HasOneRelation<E, R> relation;
    private final EntityModel<R> related;
    private final EntityWrites<E> parents;
    private final EntityWrites<R> children;

    /** Takes audit times from {@code clock}. */
    public HasOneWrites(HasOneRelation<E, R> relation, Clock clock) {
        this.relation = relation;
        this.related = relation.related();
        this.parents = new EntityWrites<>(EntityModel.of(relation.entity()), clock);
        this.children = new EntityWrites<>(related, clock);
    }

    /** Returns the relation. */
    public HasOneRelation<E, R> relation() {
        return relation;
    }

    /** Returns the foreign key that points at {@code parent}, or null when its local key is. */
    public @Nullable ForeignKey<R> keyOf(E parent) {
        return ForeignKey.of(relation.targetKey(), relation.sourceKey(), parent);
    }

    /** Tells whether {@code parent} has to be inserted before anything can point at it. */
    public boolean isUnsaved(E parent) {
        return parents.hasGeneratedKey() && parents.isNew(parent);
    }

    /** Tells whether {@code parent} was not stored yet; an assigned key does not tell, which is an error. */
    public boolean isNewParent(E parent) {
        return parents.isNew(parent);
    }

    /** Returns where audit times come from. */
    public Clock clock() {
        return parents.clock();
    }

    /** Returns the error for a saved parent whose local key is null. */
    public RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot write " + relation + ": its key " + relation.sourceKey()
                + " is null in the saved " + relation.entity().getSimpleName()
                + ". Give the parent a key, save it, and go on with the entity that comes back.");
    }

    /** Returns the insert of {@code parent}. */
    public Insert insertParent(E parent) {
        return parents.insert(parent);
    }

    /** Returns the lock that lets one write of this relation through at a time for each parent. */
    public LockRows lock(ForeignKey<R> key) {
        List<Predicate> same = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            same.add(new Predicate.Comparison(
                    relation.sourceKey().get(i).reference(),
                    ComparisonOperator.EQUAL,
                    key.parts().get(i).value()));
        }
        return new LockRows(parents.model().table(), same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same));
    }

    /** Returns {@code values} but for the foreign key, of which the parent alone decides. */
    public List<Assignment<R>> withoutForeignKey(List<Assignment<R>> values) {
        return values.stream()
                .filter(value -> !relation.targetKey().contains(value.column()))
                .toList();
    }

    /** Returns the insert of a child with the given columns. */
    public Insert create(ForeignKey<R> key, List<Assignment<R>> values) {
        return children.insert(created(values).with(key));
    }

    /** Returns the insert of a child with the given columns, which does nothing when the parent has one. */
    public Insert createUnlessThere(ForeignKey<R> key, List<Assignment<R>> values) {
        Insert insert = create(key, values);
        OnConflict nothing = children.ifAbsent(relation.targetKey(), ConflictTarget.of(relation.targetKey()));
        return new Insert(insert.table(), insert.values(), nothing, insert.returning());
    }

    /** Returns the insert of {@code child}. */
    public Insert insert(ForeignKey<R> key, R child) {
        return children.insert(inserted(child).with(key));
    }

    /** Returns the update that makes the stored {@code child} what it is now, and the parent's. */
    public Update update(ForeignKey<R> key, R child) {
        RowDraft<R> draft = RowDraft.updated(related, child, AuditTime.reading(children.clock()))
                .with(key)
                .without(children.id());
        return children.update(draft.with(key), child).orElseThrow();
    }

    /** Returns the update that makes the stored {@code child} the parent's and leaves its other columns alone. */
    public Update point(ForeignKey<R> key, R child) {
        return children.point(child, key);
    }

    /** Returns the insert of {@code child} that, when its row is there, changes that one instead; for keys that are assigned. */
    public Insert upsert(ForeignKey<R> key, R child) {
        return upsert(key, child, column -> true);
    }

    /** Returns the insert of {@code child} that, when its row is there, makes that one the parent's and leaves its other columns alone. */
    public Insert insertOrPoint(ForeignKey<R> key, R child) {
        return upsert(
                key,
                child,
                column -> column.is(ColumnTrait.ID)
                        || column.is(ColumnTrait.UPDATED_AT)
                        || relation.targetKey().contains(column));
    }

    private Insert upsert(ForeignKey<R> key, R child, java.util.function.Predicate<EntityColumn<R, ?>> replaced) {
        RowDraft<R> draft = inserted(child).with(key);
        List<EntityColumn<R, ?>> columns =
                draft.columns().stream().filter(replaced).toList();
        return new Insert(
                related.table(),
                draft.toSetColumns(),
                children.onConflict(columns, ConflictTarget.of(children.id())),
                related.references());
    }

    /** Returns how {@code child} is to be stored: by its generated key, else by its version, else whichever its assigned key asks for. */
    public StoredAs storedAs(R child) {
        if (children.hasGeneratedKey()) {
            return children.isNew(child) ? StoredAs.NEW : StoredAs.STORED;
        }
        return children.version()
                .map(version -> version.get(child) == null ? StoredAs.NEW : StoredAs.STORED)
                .orElse(StoredAs.EITHER);
    }

    private boolean sharesKey() {
        return relation.targetKey().equals(related.id());
    }

    /** Tells whether an update that finds no row means another version. */
    public boolean isVersioned() {
        return children.isVersioned();
    }

    /** Returns the insert of {@code parent} together with a child that has the given columns. */
    public InsertWithChild createWithParent(E parent, List<Assignment<R>> values) {
        HasOneWrites<E, R> now = now();
        return now.withParent(parent, now.children.insert(now.created(values).without(relation.targetKey())));
    }

    /** Returns the insert of {@code parent} together with {@code child}. */
    public InsertWithChild insertWithParent(E parent, R child) {
        HasOneWrites<E, R> now = now();
        return now.withParent(parent, now.children.insert(now.inserted(child).without(relation.targetKey())));
    }

    /** Returns the same for one statement, whose rows all have the time of one reading of the clock. */
    private HasOneWrites<E, R> now() {
        return new HasOneWrites<>(relation, AuditTime.reading(clock()));
    }

    private InsertWithChild withParent(E parent, Insert child) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            links.add(new Link(
                    relation.sourceKey().get(i).reference(),
                    relation.targetKey().get(i).reference()));
        }
        InsertWithChild insert = new InsertWithChild(parents.insert(parent), child, links);
        if (ForeignKey.isNull(insert)) {
            throw keyMissing();
        }
        return insert;
    }

    /** Returns the update of the child's row with the given columns; {@code matching} narrows which child is meant. */
    public Update update(ForeignKey<R> key, List<Assignment<R>> matching, List<Assignment<R>> values) {
        return children.update(
                RowDraft.assigned(related, values).without(relation.targetKey()),
                row(key, matching),
                related.references());
    }

    /** Returns the update of the child's row with the given columns, none of which is of its primary key. */
    public Update change(ForeignKey<R> key, List<Assignment<R>> values) {
        RowDraft.requireNoId(values);
        return update(key, List.of(), values);
    }

    /** Returns the update that makes the child point at nothing. */
    public Update orphan(ForeignKey<R> key) {
        return children.update(
                new RowDraft<>(related).with(ForeignKey.toNothing(relation.targetKey())),
                row(key, List.of()),
                related.references());
    }

    /** Returns what removes the child's row. */
    public Statement delete(ForeignKey<R> key) {
        return children.remove(row(key, List.of()));
    }

    /**
     * Returns what rids the parent of every child but {@code kept}: a delete, or an update that makes them point at nothing. Of many, which are
     * meant to be there, only the one that the relation leads to goes.
     */
    public Statement removeAllBut(@Nullable R kept, ForeignKey<R> key, boolean delete) {
        Predicate where = relation.isOneOfMany() ? row(key, List.of()) : mine(key, List.of());
        if (kept != null) {
            where = new Predicate.Conjunction(List.of(where, new Predicate.Negation(sameRow(kept))));
        }
        return delete
                ? children.remove(where)
                : children.update(
                        new RowDraft<>(related).with(ForeignKey.toNothing(relation.targetKey())), where, List.of());
    }

    /** Returns the condition for the row of {@code child}. */
    public Condition<R> sameChild(R child) {
        return new Condition<>(sameRow(child));
    }

    private Predicate sameRow(R child) {
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<R, ?> column : children.id()) {
            same.add(new Predicate.Comparison(
                    column.reference(),
                    ComparisonOperator.EQUAL,
                    new Parameter(column.type(), column.get(child), column.toString())));
        }
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    /** Returns the first column of the foreign key that takes no null, or null when the child can do without a parent. */
    public @Nullable EntityColumn<R, ?> columnThatNeedsParent() {
        return ForeignKey.notNullable(relation.targetKey());
    }

    /** Returns the inserts of {@code entities} that belong to the parents with {@code keys}, at the same positions. */
    public List<RowBatch> insertAll(List<R> entities, List<ForeignKey<R>> keys) {
        return new ManyRows<>(children).insert(entities, keys, relation.defaults());
    }

    /** Returns the condition that a child has the values of {@code matching}. */
    public static <R> @Nullable Condition<R> condition(List<Assignment<R>> matching) {
        @Nullable Condition<R> all = null;
        for (Assignment<R> assignment : matching) {
            Condition<R> one = condition(assignment.column(), assignment.value());
            all = all == null ? one : all.and(one);
        }
        return all;
    }

    @SuppressWarnings("unchecked") // an assignment is made with a value of its column
    private static <R, T> Condition<R> condition(EntityColumn<R, T> column, @Nullable Object value) {
        return column.eq((T) value);
    }

    private RowDraft<R> created(List<Assignment<R>> values) {
        return RowDraft.created(related, values, AuditTime.reading(children.clock()))
                .withDefaults(relation.defaults());
    }

    private RowDraft<R> inserted(R child) {
        return RowDraft.inserted(related, child, AuditTime.reading(children.clock()))
                .with(relation.defaults());
    }

    /**
     * Of several rows the first in the order of the scope counts, and of those the one with the lowest primary key, on every path; the key
     * is looked at again where a row is waited for.
     */
    private Predicate row(ForeignKey<R> key, List<Assignment<R>> matching) {
        Predicate mine = mine(key, matching);
        if (related.id().isEmpty() || sharesKey()) {
            return mine;
        }
        List<Ordering> order = relation.rows().totalOrder();
        List<ColumnReference> id =
                related.id().stream().map(EntityColumn::reference).toList();
        Select first = new Select(related.table(), id, mine, order, new Select.Page(1L, null));
        return new Predicate.Conjunction(List.of(new Predicate.InSelect(id, first), key.predicate()));
    }

    /** Returns the condition for the rows of a parent that the scope of the relation lets through. */
    private Predicate mine(ForeignKey<R> key, List<Assignment<R>> matching) {
        List<Predicate> all = new ArrayList<>();
        all.add(key.predicate());
        all.addAll(relation.rows().conditions());
        @Nullable Condition<R> narrowed = condition(matching);
        if (narrowed != null) {
            all.add(narrowed.predicate());
        }
        return all.size() == 1 ? all.get(0) : new Predicate.Conjunction(all);
    }
}
