package dev.kindred.model;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds an entity member by member. The generated class starts a draft: {@code User_.draft(..)} takes the required
 * members, {@code User_.copyOf(user)} takes the values of an entity. Sends no statement. Immutable and thread-safe.
 *
 * <p>A relation of a copy keeps its handle if the key of the relation is unchanged. Any other relation is null;
 * {@code mapper.related(..)} loads it, and so does the entity that a write returns. A member without a column is null,
 * zero or false.
 *
 * @param <E> the entity
 */
public final class Draft<E> {

    private final EntityModel<E> model;
    private final @Nullable E original;
    private final @Nullable Object[] values;

    private Draft(EntityModel<E> model, @Nullable E original, @Nullable Object[] values) {
        this.model = model;
        this.original = original;
        this.values = values;
    }

    /** Starts an entity with the values of its required columns, in their order. */
    static <E> Draft<E> of(EntityModel<E> model, Object[] required) {
        Checks.notNull(model, "model");
        Checks.notNull(required, "required");
        @Nullable Object[] values = new @Nullable Object[model.columns().size()];
        int given = 0;
        for (EntityColumn<E, ?> column : model.columns()) {
            if (ColumnTrait.isRequired(Nodes.of(column).traits())) {
                Checks.argument(given < required.length, "required has no value for " + column);
                values[model.ordinal(column)] = Checks.notNull(required[given++], column.toString());
            }
        }
        return new Draft<>(model, null, values);
    }

    /** Starts a copy of {@code entity}. */
    static <E> Draft<E> copyOf(EntityModel<E> model, E entity) {
        Checks.notNull(model, "model");
        Checks.notNull(entity, "entity");
        @Nullable
        Object[] values =
                model.columns().stream().map(column -> column.getOrNull(entity)).toArray();
        return new Draft<>(model, entity, values);
    }

    /**
     * Returns this draft with {@code value} for a member.
     *
     * @throws NullPointerException if the value is null and required
     */
    public <T> Draft<E> set(EntityColumn<E, T> column, @Nullable T value) {
        int ordinal = model.ordinal(Checks.notNull(column, "column"));
        if (ColumnTrait.isRequired(Nodes.of(column).traits())) {
            Checks.notNull(value, column.toString());
        }
        @Nullable Object[] changed = values.clone();
        changed[ordinal] = value;
        return new Draft<>(model, original, changed);
    }

    /** Returns the entity, created by its constructor. Exceptions of the constructor are passed on. */
    public E build() {
        return Nodes.of(model).instantiator().instantiate(new Values());
    }

    private boolean keepsKey(Relation<E, ?> relation, E entity) {
        return relation.sourceKey().stream()
                .allMatch(column -> Nodes.of(column).isConstant()
                        || Objects.deepEquals(
                                Nodes.of(column).keyPart(values[model.ordinal(column)]), column.getOrNull(entity)));
    }

    /** The values as those of a row. */
    private final class Values implements RowValues {

        @Override
        public @Nullable Object required(int column) {
            return nullable(column);
        }

        @Override
        public @Nullable Object nullable(int column) {
            @Nullable Object value = values[column];
            return value == null ? Nodes.of(model.columns().get(column)).absent() : value;
        }

        @Override
        public @Nullable Object handle(int ordinal) {
            Relation<E, ?> relation = model.relations().get(ordinal);
            return original != null && keepsKey(relation, original)
                    ? Nodes.of(relation).handle(original)
                    : null;
        }
    }
}
