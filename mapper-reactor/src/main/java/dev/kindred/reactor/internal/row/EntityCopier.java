package dev.kindred.reactor.internal.row;

import dev.kindred.model.Column;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds an entity from another one, with handles where that has none. Immutable. */
public final class EntityCopier<E> implements RowValues<E> {

    private final E original;
    private final Function<Relation<E, ?>, Object> handles;

    private EntityCopier(E original, Function<Relation<E, ?>, Object> handles) {
        this.original = original;
        this.handles = handles;
    }

    /** Returns an entity with the values of {@code original} and the handles that {@code handles} gives. */
    public static <E> E copy(EntityModel<E> model, E original, Function<Relation<E, ?>, Object> handles) {
        return model.instantiate(new EntityCopier<>(original, handles));
    }

    @Override
    public <T> T required(int ordinal, Column<E, T> column) {
        return unchecked(column.get(original));
    }

    @Override
    public <T> @Nullable T nullable(int ordinal, Column<E, T> column) {
        return column.get(original);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as declared
    public <H> H handle(int ordinal, Relation<E, ?> relation) {
        return unchecked(handles.apply(relation));
    }

    // The original was built with the same values.
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unchecked(@Nullable Object value) {
        return (T) value;
    }
}
