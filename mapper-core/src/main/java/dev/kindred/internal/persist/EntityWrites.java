package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.persist.WriteShape.Kind;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements that write one entity. Immutable and thread-safe. */
public final class EntityWrites<E> {

    private static final Set<ColumnTrait> KEPT = Set.of(
            ColumnTrait.ID, ColumnTrait.TENANT, ColumnTrait.CREATED_AT, ColumnTrait.CREATED_BY, ColumnTrait.VERSION);

    private final EntityModel<E> model;
    private final TableName table;
    private final Clock clock;
    private final RowIdentity<E> identity;

    /**
     * Creates the writes of {@code model}. The values of {@link ColumnTrait#CREATED_AT} and
     * {@link ColumnTrait#UPDATED_AT} columns come from {@code clock}. The auditor is known when the statement is sent.
     */
    public EntityWrites(EntityModel<E> model, Clock clock) {
        this.model = model;
        this.table = Nodes.of(model).table();
        this.clock = clock;
        this.identity = new RowIdentity<>(model);
    }

    /**
     * Returns the insert of {@code entity}. It omits the columns that the database fills and reads all columns back.
     */
    public ShapedStatement<Insert> insert(E entity) {
        return insert(model, RowDraft.inserted(model, entity, AuditTime.reading(clock)));
    }

    /** Returns the insert of {@code draft}, whose values have the types that {@code subject} determines. */
    ShapedStatement<Insert> insert(Object subject, RowDraft<E> draft) {
        return new ShapedStatement<>(
                new WriteShape(Kind.INSERT, subject, draft.positions()), draft.parameters(), () -> insert(draft));
    }

    Insert insert(RowDraft<E> draft) {
        return new Insert(table, draft.toSetColumns(), Columns.references(model));
    }

    /**
     * Returns the insert of {@code entity} that updates an existing row with the same {@code target} instead. An empty
     * target means the primary key.
     */
    public Insert upsert(E entity, ConflictTarget<E> target) {
        RowDraft<E> draft = RowDraft.inserted(model, entity, AuditTime.reading(clock));
        return new Insert(table, draft.toSetColumns(), onConflict(draft.columns(), target), Columns.references(model));
    }

    /**
     * Returns the insert of {@code entity} that does nothing if a row with the same {@code target} exists. An empty
     * target means any unique key.
     */
    public Insert insertIfAbsent(E entity, ConflictTarget<E> target) {
        RowDraft<E> draft = RowDraft.inserted(model, entity, clock);
        return new Insert(table, draft.toSetColumns(), ifAbsent(draft.columns(), target), Columns.references(model));
    }

    /** Returns the ON CONFLICT DO NOTHING clause. */
    OnConflict ifAbsent(List<EntityColumn<E, ?>> written, ConflictTarget<E> target) {
        requireWritten(written, target.columns());
        return OnConflict.doNothing(references(target.columns()), indexed(target));
    }

    /**
     * Returns the condition of the partial index of {@code target}, or null for an index on all rows. With soft
     * deletes, a unique index other than the primary key covers only the rows that are not deleted.
     */
    @Nullable
    Predicate indexed(ConflictTarget<E> target) {
        List<EntityColumn<E, ?>> columns = target.columns();
        boolean ofAllRows = columns.isEmpty() || Set.copyOf(columns).equals(Set.copyOf(model.id()));
        Optional<Predicate> rows = Nodes.of(target);
        return rows.isPresent() || ofAllRows
                ? rows.orElse(null)
                : model.softDelete()
                        .map(column -> new Predicate.IsNull(Columns.reference(column)))
                        .orElse(null);
    }

    private static <E> List<ColumnReference> references(List<EntityColumn<E, ?>> columns) {
        return Columns.references(columns);
    }

    private void requireWritten(List<EntityColumn<E, ?>> written, List<EntityColumn<E, ?>> target) {
        for (EntityColumn<E, ?> column : target) {
            if (!written.contains(column)) {
                throw new MappingException("Cannot find an existing row by " + column + ", because the entity"
                        + " leaves this column to the database. Set it, or name the columns of another unique index.");
            }
        }
    }

    /**
     * Returns the ON CONFLICT clause. Its target is {@code unique}, or the primary key if that is empty. It updates all
     * written columns except the keys, {@code @CreatedAt}, {@code @CreatedBy} and {@code @Version}; a version is
     * incremented.
     */
    OnConflict onConflict(List<EntityColumn<E, ?>> written, ConflictTarget<E> unique) {
        List<EntityColumn<E, ?>> target = unique.columns().isEmpty() ? id() : unique.columns();
        requireWritten(written, target);
        List<ColumnReference> replaced = references(written.stream()
                .filter(column -> !target.contains(column)
                        && Collections.disjoint(Nodes.of(column).traits(), KEPT))
                .toList());
        List<ColumnReference> key = references(target);
        List<ColumnReference> increments = versionReferences();
        // without an assignment, RETURNING would omit the existing row
        return new OnConflict(
                key, indexed(unique), replaced.isEmpty() && increments.isEmpty() ? key : replaced, increments);
    }

    /** Returns the update of the row of {@code entity}; empty if the entity has no column besides its key. */
    public Optional<ShapedStatement<Update>> update(E entity) {
        return update(model, RowDraft.updated(model, entity, AuditTime.reading(clock)), entity);
    }

    /**
     * Returns the update of the columns in which {@code after} differs from {@code before}; empty if no column differs.
     *
     * @throws IllegalArgumentException if the two have different keys
     */
    public Optional<ShapedStatement<Update>> update(E before, E after) {
        for (EntityColumn<E, ?> column : id()) {
            if (!Objects.equals(RelationKey.of(List.of(column), before), RelationKey.of(List.of(column), after))) {
                throw new IllegalArgumentException("The two entities differ in their key " + column
                        + ", so they are not the same row before and after a change.");
            }
        }
        return update(model, RowDraft.changed(model, before, after, AuditTime.reading(clock)), before);
    }

    /** Returns the update of {@code draft}, whose values have the types that {@code subject} determines. */
    Optional<ShapedStatement<Update>> update(Object subject, RowDraft<E> draft, E entity) {
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> identified = identity.valuesOf(entity);
        List<Parameter> values = draft.parameters();
        values.addAll(identified);
        return Optional.of(new ShapedStatement<>(
                new WriteShape(Kind.UPDATE, subject, draft.positions()),
                values,
                () -> new Update(table, draft.toSetColumns(), identity.same(identified), Columns.references(model))));
    }

    /**
     * Returns the update that sets the foreign key of the row of {@code entity} to {@code key} and leaves the other
     * columns unchanged.
     *
     * @param subject what determines the types of the key
     */
    ShapedStatement<Update> point(Object subject, E entity, ForeignKey<E> key) {
        RowDraft<E> draft = new RowDraft<>(model).with(key);
        draft.touch(entity, AuditTime.reading(clock));
        return update(subject, draft, entity).orElseThrow();
    }

    /**
     * Returns the update of the rows that match {@code where}, or of all rows if it is null, with {@code assignments}.
     */
    public Update update(List<Assignment<E>> assignments, @Nullable Predicate where, List<ColumnReference> returning) {
        return update(RowDraft.reassigned(model, assignments), where, returning);
    }

    Update update(RowDraft<E> draft, @Nullable Predicate where, List<ColumnReference> returning) {
        List<SetColumn> values = draft.toSetColumns();
        values.addAll(AuditValue.ofUpdate(model, AuditTime.reading(clock)));
        return new Update(table, values, versionReferences(), where, returning);
    }

    /** Returns the statement that removes the row of {@code entity}: a delete, or an update for soft deletes. */
    public ShapedStatement<? extends Statement> delete(E entity) {
        return new RowRemoval<>(model, identity, clock).of(identity.valuesOf(entity));
    }

    /** Returns the delete of the row of {@code entity}, even with soft deletes. */
    public ShapedStatement<Delete> deletePermanently(E entity) {
        return new RowRemoval<>(model, identity, clock).permanently(identity.valuesOf(entity));
    }

    /**
     * Returns the statement that removes the rows that match {@code where}, or all rows if it is null: a delete, or an
     * update for soft deletes.
     */
    public Statement remove(@Nullable Predicate where) {
        return new RowRemoval<>(model, identity, clock).matching(where);
    }

    /** Returns the update that removes the soft-delete mark from the row of {@code entity}. */
    public ShapedStatement<Update> restore(E entity) {
        return new RowRemoval<>(model, identity, clock).restored(identity.valuesOf(entity));
    }

    /** Returns whether a write without a matching row can mean that the row has another version. */
    public boolean isVersioned() {
        return version().isPresent();
    }

    /** Returns whether {@code entity} is not stored yet, by its generated key. */
    public boolean isNew(E entity) {
        return identity.isNew(entity);
    }

    /** Returns whether the key shows if an entity is stored. */
    boolean hasGeneratedKey() {
        return identity.isGenerated();
    }

    /** Returns the condition for the row of {@code entity}, in the version that the entity has. */
    public Predicate sameRow(E entity) {
        return identity.sameVersion(entity);
    }

    /** Returns the condition for the row of {@code entity}, in any version. */
    public Predicate sameKey(E entity) {
        return identity.sameKey(entity);
    }

    /** Throws if the key of {@code entity} is null. */
    void requireKey(E entity) {
        identity.require(entity);
    }

    /** Returns the columns of the primary key, or throws {@link MappingException} if the entity has none. */
    List<EntityColumn<E, ?>> id() {
        return identity.id();
    }

    Optional<EntityColumn<E, ?>> version() {
        return model.version();
    }

    List<ColumnReference> versionReferences() {
        return version().map(column -> List.of(Columns.reference(column))).orElse(List.of());
    }

    EntityModel<E> model() {
        return model;
    }

    Clock clock() {
        return clock;
    }
}
