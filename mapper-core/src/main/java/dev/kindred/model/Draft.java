package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is yet to be built, member by member. The generated class starts one: {@code User_.draft(..)} with a
 * value for each member that has to be given, {@code User_.with(user)} with the values of an entity. Sends no
 * statement. Immutable and thread-safe.
 *
 * <p>A relation of a copy keeps its handle while the key of the relation has the value it had. Any other relation is
 * null, and is loaded anew by {@code mapper.related(..)} or in the entity that a write returns. A member without a
 * column is null, zero or false.
 *
 * @param <E> the entity
 */
public final class Draft<E> {

    private static final Set<ColumnTrait> FILLED = Set.of(
            ColumnTrait.NULLABLE,
            ColumnTrait.GENERATED,
            ColumnTrait.VERSION,
            ColumnTrait.CREATED_AT,
            ColumnTrait.UPDATED_AT,
            ColumnTrait.READ_ONLY,
            ColumnTrait.SOFT_DELETE);

    private final EntityModel<E> model;
    private final @Nullable E original;
    private final @Nullable Object[] values;

    private Draft(EntityModel<E> model, @Nullable E original, @Nullable Object[] values) {
        this.model = model;
        this.original = original;
        this.values = values;
    }

    /**
     * Tells whether a new entity must have a value for a column: one that may be null or is made by the database or the
     * mapper need not.
     */
    public static boolean isRequired(Collection<ColumnTrait> traits) {
        return Checks.noNulls(traits, "traits").stream().noneMatch(FILLED::contains);
    }

    /** Starts an entity with the values of its required columns, in their order. Called by generated code. */
    public static <E> Draft<E> of(EntityModel<E> model, Object[] required) {
        Checks.notNull(model, "model");
        Checks.notNull(required, "required");
        @Nullable Object[] values = new @Nullable Object[model.columns().size()];
        int given = 0;
        for (EntityColumn<E, ?> column : model.columns()) {
            if (isRequired(column.definition().traits())) {
                Checks.argument(given < required.length, "required has no value for " + column);
                values[model.ordinal(column)] = Checks.notNull(required[given++], column.toString());
            }
        }
        return new Draft<>(model, null, values);
    }

    /** Starts a copy of {@code entity}. Called by generated code. */
    public static <E> Draft<E> with(EntityModel<E> model, E entity) {
        Checks.notNull(model, "model");
        Checks.notNull(entity, "entity");
        @Nullable
        Object[] values =
                model.columns().stream().map(column -> column.get(entity)).toArray();
        return new Draft<>(model, entity, values);
    }

    /**
     * Returns this draft with {@code value} for a member.
     *
     * @throws NullPointerException when the value is null and the entity must have one
     */
    public <T> Draft<E> set(EntityColumn<E, T> column, @Nullable T value) {
        int ordinal = model.ordinal(Checks.notNull(column, "column"));
        if (isRequired(column.definition().traits())) {
            Checks.notNull(value, column.toString());
        }
        @Nullable Object[] changed = values.clone();
        changed[ordinal] = value;
        return new Draft<>(model, original, changed);
    }

    /** Returns the entity, built by its constructor; whatever that throws is thrown here. */
    public E build() {
        return model.instantiate(new Values());
    }

    private boolean keepsKey(Relation<E, ?> relation, E entity) {
        return relation.sourceKey().stream()
                .allMatch(column -> Objects.deepEquals(values[model.ordinal(column)], column.get(entity)));
    }

    /** The values as those of a row. */
    private final class Values implements RowValues<E> {

        @Override
        @SuppressWarnings("NullAway") // a member that the database or the mapper fills is null until then
        public <T> T required(int ordinal, EntityColumn<E, T> column) {
            return nullable(ordinal, column);
        }

        @Override
        @SuppressWarnings("unchecked") // a value is stored under its column only
        public <T> @Nullable T nullable(int ordinal, EntityColumn<E, T> column) {
            return values[ordinal] == null ? column.definition().absent() : (T) values[ordinal];
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
        }) // the handle is that of the same member, or null
        public <H> H handle(int ordinal, Relation<E, ?> relation) {
            return original != null && keepsKey(relation, original) ? (H) relation.handle(original) : null;
        }
    }
}
