package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The written columns of a row and their values. Confined to the plan that creates it. */
final class RowDraft<E> {

    private final EntityModel<E> model;
    /** Indexed by the position of the column in the model; null if the column is not written. */
    private final @Nullable Parameter[] values;

    RowDraft(EntityModel<E> model) {
        this.model = model;
        this.values = new @Nullable Parameter[model.columns().size()];
    }

    /** Returns the new row of {@code entity}, without the columns that the database fills. */
    static <E> RowDraft<E> inserted(EntityModel<E> model, E entity, Clock clock) {
        RowDraft<E> draft = new RowDraft<>(model);
        List<EntityColumn<E, ?>> columns = model.columns();
        for (int i = 0; i < draft.values.length; i++) {
            EntityColumn<E, ?> column = columns.get(i);
            @Nullable Object value = insertedValue(column, entity, clock);
            if (!Nodes.of(column).is(ColumnTrait.READ_ONLY) && WrittenColumns.isInserted(column, value)) {
                draft.values[i] = new Parameter(column.type(), value, column);
            }
        }
        return draft;
    }

    /** Returns the value of {@code column} in the new row of {@code entity}. */
    static <E> @Nullable Object insertedValue(EntityColumn<E, ?> column, E entity, Clock clock) {
        if (Nodes.of(column).traits().isEmpty()) {
            return column.getOrNull(entity);
        }
        if (Nodes.of(column).isAudit()) {
            return AuditValue.of(column, clock);
        }
        @Nullable Object value = column.getOrNull(entity);
        if (Nodes.of(column).is(ColumnTrait.TENANT)) {
            return CurrentTenant.of(value);
        }
        return value == null && Nodes.of(column).is(ColumnTrait.VERSION) ? VersionNumber.first(column) : value;
    }

    /**
     * Returns a new row with some columns. Audit columns and the version get their first value; the other columns get
     * their default.
     */
    static <E> RowDraft<E> created(EntityModel<E> model, List<Assignment<E>> assignments, Clock clock) {
        RowDraft<E> draft = assigned(model, assignments);
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Nodes.of(column).isAudit()) {
                draft.put(column, AuditValue.of(column, clock));
            } else if (Nodes.of(column).is(ColumnTrait.VERSION)) {
                draft.put(column, VersionNumber.first(column));
            }
        }
        return draft;
    }

    /** Returns the row of {@code entity} with all columns that an update writes. */
    static <E> RowDraft<E> updated(EntityModel<E> model, E entity, Clock clock) {
        RowDraft<E> draft = new RowDraft<>(model);
        List<EntityColumn<E, ?>> columns = model.columns();
        for (int i = 0; i < draft.values.length; i++) {
            EntityColumn<E, ?> column = columns.get(i);
            if (Nodes.of(column).traits().isEmpty()) {
                draft.values[i] = new Parameter(column.type(), column.getOrNull(entity), column);
            } else if (WrittenColumns.isUpdated(column)) {
                @Nullable Object value = updatedValue(column, entity, clock);
                if (WrittenColumns.isUpdated(column, value)) {
                    draft.values[i] = new Parameter(column.type(), value, column);
                }
            }
        }
        return draft;
    }

    /** Returns the row of {@link #updated}, with the key and the current version of {@code entity}. */
    static <E> RowDraft<E> identified(EntityModel<E> model, E entity, Clock clock) {
        RowDraft<E> draft = updated(model, entity, clock);
        model.id().forEach(column -> draft.put(column, column.getOrNull(entity)));
        model.version().ifPresent(column -> draft.put(column, column.getOrNull(entity)));
        return draft;
    }

    private static <E> @Nullable Object updatedValue(EntityColumn<E, ?> column, E entity, Clock clock) {
        if (Nodes.of(column).isUpdateAudit()) {
            return AuditValue.of(column, clock);
        }
        @Nullable Object value = column.getOrNull(entity);
        return Nodes.of(column).is(ColumnTrait.VERSION) ? VersionNumber.next(column, value) : value;
    }

    /** Returns the updatable columns in which {@code after} differs from {@code before}. */
    static <E> RowDraft<E> changed(EntityModel<E> model, E before, E after, Clock clock) {
        RowDraft<E> draft = new RowDraft<>(model);
        for (EntityColumn<E, ?> column : model.columns()) {
            boolean written = WrittenColumns.isUpdated(column)
                    && !Nodes.of(column).isUpdateAudit()
                    && !Nodes.of(column).is(ColumnTrait.VERSION);
            @Nullable Object value = column.getOrNull(after);
            if (written
                    && WrittenColumns.isUpdated(column, value)
                    && !Objects.deepEquals(column.getOrNull(before), value)) {
                draft.put(column, value);
            }
        }
        if (!draft.isEmpty()) {
            draft.touch(before, clock);
        }
        return draft;
    }

    /** Sets the time and the auditor of the last change, and the version that follows the one of {@code entity}. */
    void touch(E entity, Clock clock) {
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Nodes.of(column).isUpdateAudit() || Nodes.of(column).is(ColumnTrait.VERSION)) {
                put(column, updatedValue(column, entity, clock));
            }
        }
    }

    /** Returns the row of {@code assignments}. Each column may occur once and must be writable by the user. */
    static <E> RowDraft<E> assigned(EntityModel<E> model, List<Assignment<E>> assignments) {
        RowDraft<E> draft = new RowDraft<>(model);
        for (Assignment<E> assignment : assignments) {
            EntityColumn<E, ?> column = assignment.column();
            WrittenColumns.requireWritable(column);
            if (draft.writes(column)) {
                throw new IllegalArgumentException("The column " + column + " is assigned twice. Assign it once.");
            }
            draft.put(column, assignment.value());
        }
        return draft;
    }

    /**
     * Returns the row of {@code assignments} for a stored row: as {@link #assigned}, but without primary key columns.
     */
    static <E> RowDraft<E> reassigned(EntityModel<E> model, List<Assignment<E>> assignments) {
        requireNoId(assignments);
        return assigned(model, assignments);
    }

    /** An update of the primary key would break the references to the row and all entities read from it. */
    static <E> void requireNoId(List<Assignment<E>> assignments) {
        for (Assignment<E> assignment : assignments) {
            if (Nodes.of(assignment.column()).is(ColumnTrait.ID)) {
                throw new IllegalArgumentException("The column " + assignment.column()
                        + " is part of the primary key, which an update cannot change. Leave it out, or insert a"
                        + " row with the new key and delete the old row.");
            }
        }
    }

    /** Returns the row with one column. */
    static <E> RowDraft<E> single(EntityModel<E> model, EntityColumn<E, ?> column, @Nullable Object value) {
        RowDraft<E> draft = new RowDraft<>(model);
        draft.put(column, value);
        return draft;
    }

    /** Writes {@code assignments}, overriding the payload. */
    RowDraft<E> with(List<Assignment<E>> assignments) {
        assignments.forEach(assignment -> put(assignment.column(), assignment.value()));
        return this;
    }

    /** Writes the {@code assignments} to columns that the payload does not contain. */
    RowDraft<E> withDefaults(List<Assignment<E>> assignments) {
        for (Assignment<E> assignment : assignments) {
            if (!writes(assignment.column())) {
                put(assignment.column(), assignment.value());
            }
        }
        return this;
    }

    private void put(EntityColumn<E, ?> column, @Nullable Object value) {
        values[model.ordinal(column)] = new Parameter(column.type(), value, column);
    }

    private boolean writes(EntityColumn<E, ?> column) {
        return values[model.ordinal(column)] != null;
    }

    /** Writes {@code key}, overriding the payload. */
    RowDraft<E> with(ForeignKey<E> key) {
        for (ForeignKey.Part<E> part : key.parts()) {
            boolean isTenant = Nodes.of(part.column()).is(ColumnTrait.TENANT);
            if (isTenant || Nodes.of(part.column()).is(ColumnTrait.READ_ONLY)) {
                throw new MappingException("The " + part.column() + (isTenant ? " is @TenantId" : " is @ReadOnly")
                        + ", so the relation that uses it cannot be written.");
            }
            values[model.ordinal(part.column())] = part.value();
        }
        return this;
    }

    RowDraft<E> without(List<EntityColumn<E, ?>> columns) {
        columns.forEach(column -> values[model.ordinal(column)] = null);
        return this;
    }

    boolean isEmpty() {
        return positions().isEmpty();
    }

    int ordinal(EntityColumn<E, ?> column) {
        return model.ordinal(column);
    }

    Parameter value(EntityColumn<E, ?> column) {
        return value(ordinal(column));
    }

    Parameter value(int ordinal) {
        @Nullable Parameter value = values[ordinal];
        if (value == null) {
            throw new IllegalArgumentException(
                    "The row is not written with " + model.columns().get(ordinal));
        }
        return value;
    }

    /** Returns whether {@code other} writes the same columns. */
    boolean hasColumnsOf(RowDraft<E> other) {
        for (int i = 0; i < values.length; i++) {
            if ((values[i] == null) != (other.values[i] == null)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the columns in the order of the model, so that rows of the same shape have the same SQL text. */
    List<EntityColumn<E, ?>> columns() {
        return positions().stream()
                .<EntityColumn<E, ?>>mapToObj(model.columns()::get)
                .toList();
    }

    /** Returns the positions of the columns in the model. */
    BitSet positions() {
        BitSet written = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                written.set(i);
            }
        }
        return written;
    }

    /** Returns the values, in the order of {@link #toSetColumns}. */
    List<Parameter> parameters() {
        List<Parameter> written = new ArrayList<>(values.length);
        for (@Nullable Parameter value : values) {
            if (value != null) {
                written.add(value);
            }
        }
        return written;
    }

    /** Returns whether {@code column} is written with null. */
    boolean isNull(EntityColumn<E, ?> column) {
        @Nullable Parameter value = values[ordinal(column)];
        return value != null && value.value() == null;
    }

    List<SetColumn> toSetColumns() {
        List<SetColumn> set = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            @Nullable Parameter value = values[i];
            if (value != null) {
                set.add(new SetColumn(Columns.reference(model.columns().get(i)), value));
            }
        }
        return set;
    }
}
