package dev.kindred.reactor.internal.row;

import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copies an entity with some other values and handles. Immutable. */
public final class EntityCopier<E> implements RowValues {

    private final EntityModel<E> model;
    private final E original;
    private final Map<EntityColumn<E, ?>, @Nullable Object> values;
    private final Function<Relation<E, ?>, Object> handles;

    private EntityCopier(
            EntityModel<E> model,
            E original,
            Map<EntityColumn<E, ?>, @Nullable Object> values,
            Function<Relation<E, ?>, Object> handles) {
        this.model = model;
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
        return Nodes.of(model).instantiator().instantiate(new EntityCopier<>(model, original, values, handles));
    }

    @Override
    public @Nullable Object required(int column) {
        return nullable(column);
    }

    @Override
    public @Nullable Object nullable(int ordinal) {
        EntityColumn<E, ?> column = model.columns().get(ordinal);
        return values.containsKey(column) ? values.get(column) : column.getOrNull(original);
    }

    @Override
    public Object handle(int relation) {
        return handles.apply(model.relations().get(relation));
    }
}
