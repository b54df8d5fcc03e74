package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.LockRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.ComparisonOperator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write a row through a relation whose related rows hold the foreign key. The foreign key is always
 * the key of the parent: a payload cannot set it. Immutable and thread-safe.
 */
public class ChildWrites<E, R> {

    private final Relation<E, R> relation;
    private final EntityModel<R> related;
    private final EntityWrites<E> parents;
    private final EntityWrites<R> children;
    private final ChildRows<R> rows;

    /** Creates the writes of {@code relation}; audit times come from {@code clock}. */
    public ChildWrites(Relation<E, R> relation, Clock clock) {
        this.relation = relation;
        this.related = relation.related();
        this.parents = new EntityWrites<>(EntityModel.of(relation.entity()), clock);
        this.children = new EntityWrites<>(related, clock);
        this.rows = new ChildRows<>(relation);
    }

    /** Returns the relation. */
    public Relation<E, R> relation() {
        return relation;
    }

    /** Returns the writes of single children. */
    EntityWrites<R> children() {
        return children;
    }

    /** Returns the conditions for the rows of a parent. */
    ChildRows<R> rows() {
        return rows;
    }

    /** Returns the foreign key that refers to {@code parent}, or null if the local key is null. */
    public @Nullable ForeignKey<R> keyOf(E parent) {
        return ForeignKey.of(relation.targetKey(), relation.sourceKey(), parent);
    }

    /** Returns whether {@code parent} must be inserted before a row can refer to it. */
    public boolean isUnsaved(E parent) {
        return parents.hasGeneratedKey() && parents.isNew(parent);
    }

    /**
     * Returns whether {@code parent} is not stored yet. With an assigned key this cannot be known, which is an error.
     */
    public boolean isNewParent(E parent) {
        return parents.isNew(parent);
    }

    /** Returns the clock of audit times. */
    public Clock clock() {
        return parents.clock();
    }

    /** Returns the error for a saved parent whose local key is null. */
    public RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot write " + relation + ": its key " + relation.sourceKey()
                + " is null in the saved " + relation.entity().getSimpleName()
                + ". Set the key, save the parent, and use the returned entity.");
    }

    /** Returns the insert of {@code parent}. */
    public ShapedStatement<Insert> insertParent(E parent) {
        return parents.insert(parent);
    }

    /** Returns the lock of a parent row, so that one transaction at a time writes its child. */
    public LockRows lock(ForeignKey<R> key) {
        List<Predicate> same = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            ColumnReference column = Columns.reference(relation.sourceKey().get(i));
            if (!column.isConstant()) {
                same.add(new Predicate.Comparison(
                        column, ComparisonOperator.EQUAL, key.parts().get(i).value()));
            }
        }
        return new LockRows(
                Nodes.of(parents.model()).table(), same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same));
    }

    /** Returns {@code values} without the columns of the foreign key. */
    public List<Assignment<R>> withoutForeignKey(List<Assignment<R>> values) {
        return values.stream()
                .filter(value -> !relation.targetKey().contains(value.column()))
                .toList();
    }

    /** Returns the insert of a child with the given columns. */
    public ShapedStatement<Insert> create(ForeignKey<R> key, List<Assignment<R>> values) {
        return children.insert(relation, created(values).with(key));
    }

    /**
     * Returns the insert of a child with the given columns, which does nothing if a row has the same values of
     * {@link #uniqueColumns}.
     */
    public Insert createUnlessThere(ForeignKey<R> key, List<Assignment<R>> matching, List<Assignment<R>> values) {
        Insert insert = create(key, values).statement();
        List<EntityColumn<R, ?>> unique = uniqueColumns(matching);
        OnConflict nothing = children.ifAbsent(unique, ConflictTarget.of(unique));
        return new Insert(insert.table(), insert.values(), nothing, insert.returning());
    }

    /** Returns the columns whose unique index refuses a second row for a search for {@code matching}. */
    public List<EntityColumn<R, ?>> uniqueColumns(List<Assignment<R>> matching) {
        return relation.targetKey();
    }

    /** Returns whether an index on {@link #uniqueColumns} can refuse a second row. Nulls are distinct in an index. */
    public boolean canBeUnique(List<Assignment<R>> matching) {
        return true;
    }

    /** Returns whether a row with the same {@link #uniqueColumns} is one that a search for {@code matching} finds. */
    public boolean isConflictFound(List<Assignment<R>> matching) {
        return matching.isEmpty();
    }

    /** Returns the insert of {@code child}. */
    public ShapedStatement<Insert> insert(ForeignKey<R> key, R child) {
        return children.insert(relation, inserted(child).with(key));
    }

    /** Returns the update of all columns of the stored {@code child}, with the key of the parent. */
    public ShapedStatement<Update> update(ForeignKey<R> key, R child) {
        RowDraft<R> draft = RowDraft.updated(related, child, AuditTime.reading(children.clock()))
                .with(key)
                .without(children.id());
        return children.update(relation, draft.with(key), child).orElseThrow();
    }

    /** Returns the update of the foreign key of the stored {@code child}. */
    public ShapedStatement<Update> point(ForeignKey<R> key, R child) {
        return children.point(relation, child, key);
    }

    /** Returns the insert of {@code child} that updates an existing row instead. For assigned keys. */
    public Insert upsert(ForeignKey<R> key, R child) {
        return upsert(key, child, column -> true);
    }

    /** Returns the insert of {@code child} that updates only the foreign key of an existing row instead. */
    public Insert insertOrPoint(ForeignKey<R> key, R child) {
        return upsert(
                key,
                child,
                column -> Nodes.of(column).is(ColumnTrait.ID)
                        || Nodes.of(column).isUpdateAudit()
                        || relation.targetKey().contains(column));
    }

    private Insert upsert(ForeignKey<R> key, R child, java.util.function.Predicate<EntityColumn<R, ?>> replaced) {
        RowDraft<R> draft = inserted(child).with(key);
        List<EntityColumn<R, ?>> columns =
                draft.columns().stream().filter(replaced).toList();
        return new Insert(
                Nodes.of(related).table(),
                draft.toSetColumns(),
                children.onConflict(columns, ConflictTarget.of(children.id())),
                Columns.references(related));
    }

    /** Returns how to store {@code child}: decided by its generated key, else by its version, else by the server. */
    public StoredAs storedAs(R child) {
        if (children.hasGeneratedKey()) {
            return children.isNew(child) ? StoredAs.NEW : StoredAs.STORED;
        }
        return children.version()
                .map(version -> version.getOrNull(child) == null ? StoredAs.NEW : StoredAs.STORED)
                .orElse(StoredAs.EITHER);
    }

    /** Returns whether an update without a matching row can mean another version. */
    public boolean isVersioned() {
        return children.isVersioned();
    }

    /** Returns the insert of {@code parent} together with a child that has the given columns. */
    public ShapedStatement<InsertWithChild> createWithParent(E parent, List<Assignment<R>> values) {
        Clock now = AuditTime.reading(clock());
        return withParent(parent, created(values, now), now);
    }

    /** Returns the insert of {@code parent} together with {@code child}. */
    public ShapedStatement<InsertWithChild> insertWithParent(E parent, R child) {
        Clock now = AuditTime.reading(clock());
        return withParent(parent, inserted(child, now), now);
    }

    /** Both rows have the audit time of {@code now}. */
    private ShapedStatement<InsertWithChild> withParent(E parent, RowDraft<R> child, Clock now) {
        RowDraft<E> draft = RowDraft.inserted(parents.model(), parent, now);
        if (NewFamily.hasNull(draft, relation.sourceKey())) {
            throw keyMissing();
        }
        return NewFamily.of(
                relation,
                new NewFamily.Side<>(parents, draft, relation.sourceKey()),
                new NewFamily.Side<>(children, child.without(relation.targetKey()), relation.targetKey()));
    }

    /** Returns the update of the child's row with the given columns; {@code matching} narrows the child. */
    public Update update(ForeignKey<R> key, List<Assignment<R>> matching, List<Assignment<R>> values) {
        return children.update(
                RowDraft.assigned(related, values).without(relation.targetKey()),
                rows.one(key, matching),
                Columns.references(related));
    }

    /** Returns the condition for the row of {@code child}. */
    public Predicate sameRow(R child) {
        return rows.same(child);
    }

    /** Returns the first column of the foreign key that is not nullable, or null. */
    public @Nullable EntityColumn<R, ?> columnThatNeedsParent() {
        return ForeignKey.notNullable(relation.targetKey());
    }

    /** Returns the inserts of {@code entities}, each with the foreign key at the same position. */
    public List<RowBatch> insertAll(List<R> entities, List<ForeignKey<R>> keys) {
        return new ManyRows<>(children).insert(entities, keys, ScopeValues.of(relation));
    }

    /** Returns the condition that a child has the values of {@code matching}, or null without values. */
    public static <R> @Nullable Condition<R> condition(List<Assignment<R>> matching) {
        return ChildRows.condition(matching);
    }

    private RowDraft<R> created(List<Assignment<R>> values) {
        return created(values, AuditTime.reading(clock()));
    }

    private RowDraft<R> created(List<Assignment<R>> values, Clock now) {
        return RowDraft.created(related, values, now).withDefaults(ScopeValues.of(relation));
    }

    private RowDraft<R> inserted(R child) {
        return inserted(child, AuditTime.reading(clock()));
    }

    private RowDraft<R> inserted(R child, Clock now) {
        return RowDraft.inserted(related, child, now).with(ScopeValues.of(relation));
    }
}
