package dev.kindred.reactor.internal.row;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copies an entity with some other values and handles. Immutable. */
public final class EntityCopier<E> implements RowValues<E> {

    private final E original;
    private final Map<EntityColumn<E, ?>, @Nullable Object> values;
    private final Function<Relation<E, ?>, Object> handles;

    private EntityCopier(
            E original, Map<EntityColumn<E, ?>, @Nullable Object> values, Function<Relation<E, ?>, Object> handles) {
        this.original = original;
        this.values = values;
        this.handles = handles;
    }

    /** Returns a copy of {@code original} with the handles that {@code handles} returns. */
    public static <E> E copy(EntityModel<E> model, E original, Function<Relation<E, ?>, Object> handles) {
        return copy(model, original, Map.of(), handles);
    }

    /** Returns a copy of {@code original} with {@code values} and the handles that {@code handles} returns. */
    public static <E> E copy(
            EntityModel<E> model,
            E original,
            Map<EntityColumn<E, ?>, @Nullable Object> values,
            Function<Relation<E, ?>, Object> handles) {
        return model.instantiate(new EntityCopier<>(original, values, handles));
    }

    @Override
    public <T> T get(int ordinal, EntityColumn<E, T> column) {
        return unchecked(getOrNull(ordinal, column));
    }

    @Override
    public <T> @Nullable T getOrNull(int ordinal, EntityColumn<E, T> column) {
        return values.containsKey(column) ? unchecked(values.get(column)) : column.getOrNull(original);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as declared
    public <H> H handle(int ordinal, Relation<E, ?> relation) {
        return unchecked(handles.apply(relation));
    }

    // The original was built with the same values, so its constructor accepts them.
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unchecked(@Nullable Object value) {
        return (T) value;
    }
}
