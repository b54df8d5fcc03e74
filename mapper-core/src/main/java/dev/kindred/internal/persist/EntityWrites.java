package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.model.Column;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.sql.ComparisonOperator;
import dev.kindred.sql.Delete;
import dev.kindred.sql.Expression.Parameter;
import dev.kindred.sql.Insert;
import dev.kindred.sql.Predicate;
import dev.kindred.sql.SetColumn;
import dev.kindred.sql.Update;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<SetColumn> values = new ArrayList<>();
        for (Column<E, ?> column : model.columns()) {
            @Nullable Object value = insertedValue(column, entity);
            if (!column.is(ColumnTrait.READ_ONLY) && (!column.isUnset(value) || !column.is(ColumnTrait.GENERATED))) {
                values.add(set(column, value));
            }
        }
        return new Insert(model.table(), values, model.references());
    }

    /** Returns the update of the row of {@code entity}, or nothing when the entity has no column besides its key. */
    public Optional<Update> update(E entity) {
        List<SetColumn> values = new ArrayList<>();
        for (Column<E, ?> column : model.columns()) {
            if (isUpdated(column)) {
                @Nullable Object value = updatedValue(column, entity);
                if (!column.isUnset(value) || !column.is(ColumnTrait.GENERATED)) {
                    values.add(set(column, value));
                }
            }
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Update(model.table(), values, thisVersion(entity), model.references()));
    }

    /** Returns the delete of the row of {@code entity}. */
    public Delete delete(E entity) {
        return new Delete(model.table(), thisVersion(entity));
    }

    /** Tells whether a write of a row that is not there can mean that it has another version. */
    public boolean isVersioned() {
        return version().isPresent();
    }

    private static boolean isUpdated(Column<?, ?> column) {
        return !column.is(ColumnTrait.ID) && !column.is(ColumnTrait.READ_ONLY) && !column.is(ColumnTrait.CREATED_AT);
    }

    private @Nullable Object insertedValue(Column<E, ?> column, E entity) {
        if (column.is(ColumnTrait.CREATED_AT) || column.is(ColumnTrait.UPDATED_AT)) {
            return AuditTime.now(column, clock);
        }
        @Nullable Object value = column.get(entity);
        return value == null && column.is(ColumnTrait.VERSION) ? VersionNumber.first(column) : value;
    }

    private @Nullable Object updatedValue(Column<E, ?> column, E entity) {
        if (column.is(ColumnTrait.UPDATED_AT)) {
            return AuditTime.now(column, clock);
        }
        @Nullable Object value = column.get(entity);
        return column.is(ColumnTrait.VERSION) ? VersionNumber.next(column, value) : value;
    }

    private Predicate thisVersion(E entity) {
        List<Predicate> same = new ArrayList<>();
        for (Column<E, ?> column : id()) {
            same.add(equal(column, column.get(entity)));
        }
        version().ifPresent(column -> same.add(equal(column, column.get(entity))));
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    private List<Column<E, ?>> id() {
        if (model.id().isEmpty()) {
            throw new MappingException(
                    model.name() + " has no @Id, so its rows cannot be told apart to be changed. Mark the key.");
        }
        return model.id();
    }

    private Optional<Column<E, ?>> version() {
        return model.columns().stream()
                .filter(column -> column.is(ColumnTrait.VERSION))
                .findFirst();
    }

    private Predicate equal(Column<E, ?> column, @Nullable Object value) {
        if (value == null) {
            throw new MappingException(
                    "The " + column + " is null, so the row to change is not known. Insert the entity first.");
        }
        return new Predicate.Comparison(
                column.reference(), ComparisonOperator.EQUAL, new Parameter(column.type(), value, column.toString()));
    }

    private static SetColumn set(Column<?, ?> column, @Nullable Object value) {
        return new SetColumn(column.reference(), new Parameter(column.type(), value, column.toString()));
    }
}
