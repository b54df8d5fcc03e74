package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.ComparisonOperator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements that write one entity. Immutable and thread-safe. */
public final class EntityWrites<E> {

    private final EntityModel<E> model;
    private final Clock clock;

    /** Takes the times of {@link ColumnTrait#CREATED_AT} and {@link ColumnTrait#UPDATED_AT} from {@code clock}. */
    public EntityWrites(EntityModel<E> model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** Returns the insert of {@code entity}; columns that the database fills are left to it, and all are read back. */
    public Insert insert(E entity) {
        return insert(RowDraft.inserted(model, entity, AuditTime.reading(clock)));
    }

    Insert insert(RowDraft<E> draft) {
        return new Insert(model.table(), draft.toSetColumns(), Columns.references(model));
    }

    /**
     * Returns the insert of {@code entity} that, where a row has the same {@code target}, or when that is empty the
     * same primary key, changes that one to the entity's values instead.
     */
    public Insert upsert(E entity, ConflictTarget<E> target) {
        RowDraft<E> draft = RowDraft.inserted(model, entity, AuditTime.reading(clock));
        return new Insert(
                model.table(), draft.toSetColumns(), onConflict(draft.columns(), target), Columns.references(model));
    }

    /**
     * Returns the insert of {@code entity} that does nothing where a row has the same {@code target}, or when that is
     * empty any same key.
     */
    public Insert insertIfAbsent(E entity, ConflictTarget<E> target) {
        RowDraft<E> draft = RowDraft.inserted(model, entity, clock);
        return new Insert(
                model.table(), draft.toSetColumns(), ifAbsent(draft.columns(), target), Columns.references(model));
    }

    /** Returns what leaves an existing row as it is. */
    OnConflict ifAbsent(List<EntityColumn<E, ?>> written, ConflictTarget<E> target) {
        requireWritten(written, target.columns());
        return OnConflict.doNothing(references(target.columns()), indexed(target));
    }

    /**
     * Returns the condition of the rows in the index of {@code target}: a marked row keeps no other one out where the
     * index is partial.
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
                throw new MappingException("Cannot tell by " + column + " whether the row is there, since the entity"
                        + " leaves it to the database. Set it, or name the columns of another unique index.");
            }
        }
    }

    /**
     * Returns what happens to an existing row, by {@code unique} or when that is empty by the primary key: it takes
     * what is written, but for its keys and what tells of its making.
     */
    OnConflict onConflict(List<EntityColumn<E, ?>> written, ConflictTarget<E> unique) {
        List<EntityColumn<E, ?>> target = unique.columns().isEmpty() ? id() : unique.columns();
        requireWritten(written, target);
        List<ColumnReference> replaced = new ArrayList<>();
        for (EntityColumn<E, ?> column : written) {
            if (!target.contains(column)
                    && !column.is(ColumnTrait.ID)
                    && !column.is(ColumnTrait.CREATED_AT)
                    && !column.is(ColumnTrait.VERSION)) {
                replaced.add(Columns.reference(column));
            }
        }
        List<ColumnReference> key = references(target);
        List<ColumnReference> increments = versionReferences();
        // Without a change the row that is there would not be returned.
        return new OnConflict(
                key, indexed(unique), replaced.isEmpty() && increments.isEmpty() ? key : replaced, increments);
    }

    /** Returns the update of the row of {@code entity}, or nothing when the entity has no column besides its key. */
    public Optional<Update> update(E entity) {
        return update(RowDraft.updated(model, entity, AuditTime.reading(clock)), entity);
    }

    /**
     * Returns the update of the row of {@code before} to what {@code after} differs in, or nothing when it differs in
     * no column.
     *
     * @throws IllegalArgumentException when the two have different keys
     */
    public Optional<Update> update(E before, E after) {
        for (EntityColumn<E, ?> column : id()) {
            if (!Objects.equals(RelationKey.of(List.of(column), before), RelationKey.of(List.of(column), after))) {
                throw new IllegalArgumentException("The two entities differ in their key " + column
                        + ", so they are not the same row before and after a change.");
            }
        }
        return update(RowDraft.changed(model, before, after, AuditTime.reading(clock)), before);
    }

    Optional<Update> update(RowDraft<E> draft, E entity) {
        return draft.isEmpty()
                ? Optional.empty()
                : Optional.of(new Update(
                        model.table(), draft.toSetColumns(), thisVersion(entity), Columns.references(model)));
    }

    /**
     * Returns the update of the row of {@code entity} that makes it point as {@code key} does and leaves the other
     * columns alone.
     */
    Update point(E entity, ForeignKey<E> key) {
        RowDraft<E> draft = new RowDraft<>(model).with(key);
        draft.touch(entity, AuditTime.reading(clock));
        return new Update(model.table(), draft.toSetColumns(), thisVersion(entity), Columns.references(model));
    }

    /**
     * Returns the update of the rows of {@code where}, or of every row when it is null, with the columns of
     * {@code assignments}.
     */
    public Update update(List<Assignment<E>> assignments, @Nullable Predicate where, List<ColumnReference> returning) {
        return update(RowDraft.reassigned(model, assignments), where, returning);
    }

    Update update(RowDraft<E> draft, @Nullable Predicate where, List<ColumnReference> returning) {
        List<SetColumn> values = new ArrayList<>(draft.toSetColumns());
        Clock now = AuditTime.reading(clock);
        for (EntityColumn<E, ?> column : model.columns()) {
            if (column.is(ColumnTrait.UPDATED_AT)) {
                values.add(new SetColumn(
                        Columns.reference(column), new Parameter(column.type(), AuditTime.now(column, now), column)));
            }
        }
        return new Update(model.table(), values, versionReferences(), where, returning);
    }

    /**
     * Returns what removes the row of {@code entity}: a delete, or where rows are only marked as deleted, an update.
     */
    public Statement delete(E entity) {
        return remove(thisVersion(entity));
    }

    /** Returns the delete of the row of {@code entity}, also where rows are only marked as deleted. */
    public Delete deletePermanently(E entity) {
        return new Delete(model.table(), thisVersion(entity));
    }

    /**
     * Returns what removes the rows of {@code where}, or every row when it is null, as {@link #delete(Object)} does.
     */
    public Statement remove(@Nullable Predicate where) {
        return model.softDelete()
                .<Statement>map(column -> mark(column, where))
                .orElseGet(() -> new Delete(model.table(), where));
    }

    private Update mark(EntityColumn<E, ?> column, @Nullable Predicate where) {
        Predicate present = new Predicate.IsNull(Columns.reference(column));
        EntityWrites<E> now = new EntityWrites<>(model, AuditTime.reading(clock));
        return now.update(
                RowDraft.single(model, column, AuditTime.now(column, now.clock)),
                where == null ? present : new Predicate.Conjunction(List.of(where, present)),
                List.of());
    }

    /** Returns the update that takes the mark of a deletion from the row of {@code entity}. */
    public Update restore(E entity) {
        EntityColumn<E, ?> column = model.softDelete()
                .orElseThrow(() -> new MappingException(
                        model.name() + " has no member marked @SoftDelete, so what is deleted is gone."));
        return update(RowDraft.single(model, column, null), thisVersion(entity), Columns.references(model));
    }

    /** Tells whether a write of a row that is not there can mean that it has another version. */
    public boolean isVersioned() {
        return version().isPresent();
    }

    /** Tells whether {@code entity} was not stored yet, which its generated key tells. */
    public boolean isNew(E entity) {
        for (EntityColumn<E, ?> column : id()) {
            if (column.is(ColumnTrait.GENERATED)) {
                return column.isUnset(column.get(entity));
            }
        }
        throw new MappingException("Cannot tell whether the " + model.name()
                + " is stored already, since its key is not one that the database makes. Say what is meant: insert, update or"
                + " upsert.");
    }

    /** Tells whether the key says if an entity was stored. */
    boolean hasGeneratedKey() {
        return model.id().stream().anyMatch(column -> column.is(ColumnTrait.GENERATED));
    }

    /** Returns the condition for the row of {@code entity}, in the version that the entity has. */
    public Predicate sameRow(E entity) {
        return thisVersion(entity);
    }

    /** Returns the condition for the row of {@code entity}, in any version. */
    public Predicate sameKey(E entity) {
        List<Predicate> same = sameId(entity);
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    private List<Predicate> sameId(E entity) {
        List<Predicate> same = new ArrayList<>();
        for (EntityColumn<E, ?> column : id()) {
            same.add(equal(column, column.get(entity)));
        }
        return same;
    }

    /** Throws when {@code entity} does not say which row it is. */
    void requireKey(E entity) {
        for (EntityColumn<E, ?> column : id()) {
            requireSet(column, column.get(entity));
        }
        if (model.version().isPresent()) {
            EntityColumn<E, ?> column = model.version().get();
            requireSet(column, column.get(entity));
        }
    }

    Predicate thisVersion(E entity) {
        List<Predicate> same = sameId(entity);
        version().ifPresent(column -> same.add(equal(column, column.get(entity))));
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    /** Returns the key; there is one. */
    List<EntityColumn<E, ?>> id() {
        if (model.id().isEmpty()) {
            throw new MappingException(
                    model.name() + " has no @Id, so its rows cannot be told apart to be changed. Mark the key.");
        }
        return model.id();
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

    private Predicate equal(EntityColumn<E, ?> column, @Nullable Object value) {
        requireSet(column, value);
        return new Predicate.Comparison(
                Columns.reference(column), ComparisonOperator.EQUAL, new Parameter(column.type(), value, column));
    }

    private void requireSet(EntityColumn<E, ?> column, @Nullable Object value) {
        if (column.isUnset(value)) {
            throw new MappingException(
                    "The " + column + " is null, so the row to change is not known. Insert the entity first.");
        }
    }
}
