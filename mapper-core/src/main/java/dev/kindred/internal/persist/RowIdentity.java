package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that identify the row of an entity: its primary key, and its version if the entity has one. Immutable
 * and thread-safe.
 */
record RowIdentity<E>(EntityModel<E> model) {

    /** Returns the columns of the primary key, or throws {@link MappingException} if the entity has none. */
    List<EntityColumn<E, ?>> id() {
        if (model.id().isEmpty()) {
            throw new MappingException(
                    model.name() + " has no @Id, so a write cannot identify a row. Mark the key members with @Id.");
        }
        return model.id();
    }

    /** Returns whether the database generates the key, so that the key shows if an entity is stored. */
    boolean isGenerated() {
        return model.id().stream().anyMatch(column -> Nodes.of(column).is(ColumnTrait.GENERATED));
    }

    /** Returns whether {@code entity} is not stored yet, by its generated key. */
    boolean isNew(E entity) {
        for (EntityColumn<E, ?> column : id()) {
            if (Nodes.of(column).is(ColumnTrait.GENERATED)) {
                return Nodes.of(column).isUnset(column.getOrNull(entity));
            }
        }
        throw new MappingException("Cannot determine whether the " + model.name()
                + " is stored already, because the database does not generate its key. Call insert, update or"
                + " upsert.");
    }

    /** Returns the condition for the row of {@code entity}, in any version. */
    Predicate sameKey(E entity) {
        List<Parameter> key = new ArrayList<>();
        id().forEach(column -> key.add(valueOf(column, entity)));
        return same(key);
    }

    /** Returns the condition for the row of {@code entity}, in the version that the entity has. */
    Predicate sameVersion(E entity) {
        return same(valuesOf(entity));
    }

    /** Returns the key of {@code entity}, then its version if it has one. */
    List<Parameter> valuesOf(E entity) {
        List<Parameter> values = new ArrayList<>();
        id().forEach(column -> values.add(valueOf(column, entity)));
        model.version().ifPresent(column -> values.add(valueOf(column, entity)));
        return values;
    }

    /** Returns the condition for the row with {@code values}, which come from {@link #valuesOf}. */
    Predicate same(List<Parameter> values) {
        List<Predicate> same = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            EntityColumn<E, ?> column =
                    i < model.id().size() ? model.id().get(i) : model.version().orElseThrow();
            same.add(new Predicate.Comparison(Columns.reference(column), ComparisonOperator.EQUAL, values.get(i)));
        }
        return same.size() == 1 ? same.get(0) : new Predicate.Conjunction(same);
    }

    /** Throws if a column of the key or the version of {@code entity} is null. */
    void require(E entity) {
        id().forEach(column -> requireSet(column, column.getOrNull(entity)));
        model.version().ifPresent(column -> requireSet(column, column.getOrNull(entity)));
    }

    private static <E> Parameter valueOf(EntityColumn<E, ?> column, E entity) {
        @Nullable Object value = column.getOrNull(entity);
        requireSet(column, value);
        return new Parameter(column.type(), value, column);
    }

    static void requireSet(EntityColumn<?, ?> column, @Nullable Object value) {
        if (Nodes.of(column).isUnset(value)) {
            throw new MappingException(
                    "The " + column + " is null, so the entity identifies no row. Insert the entity first.");
        }
    }
}
