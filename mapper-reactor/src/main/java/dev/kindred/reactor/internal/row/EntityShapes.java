package dev.kindred.reactor.internal.row;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the shapes of results with all columns of an entity, the most common case. Thread-safe. */
public final class EntityShapes {

    private final Map<Place, EntityShape<?>> whole = new ConcurrentHashMap<>();

    /** Creates an empty cache. */
    public EntityShapes() {}

    /** Returns the shape of a result with {@code columns}, in their order. */
    public <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns) {
        return of(model, columns, 0);
    }

    /** Returns the shape of a result with {@code columns}, in their order, after {@code offset} other columns. */
    public <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns, int offset) {
        if (!columns.equals(model.columns())) {
            return EntityShape.of(model, columns, offset);
        }
        @SuppressWarnings("unchecked") // a shape is stored under the model of its entity
        EntityShape<E> shape = (EntityShape<E>)
                whole.computeIfAbsent(new Place(model, offset), place -> EntityShape.of(model, columns, offset));
        return shape;
    }

    private record Place(EntityModel<?> model, int offset) {}
}
