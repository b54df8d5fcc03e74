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

    /**
     * Returns the shape of a result with {@code columns}, in their order, after {@code offset} other columns.
     *
     * @param keys the columns that are also read on their own
     */
    public <E> EntityShape<E> of(
            EntityModel<E> model,
            List<EntityColumn<E, ?>> columns,
            int offset,
            List<? extends EntityColumn<?, ?>> keys) {
        if (!columns.equals(model.columns())) {
            return EntityShape.of(model, columns, offset, keys);
        }
        @SuppressWarnings("unchecked") // the shape at a place is one of its entity
        EntityShape<E> shape = (EntityShape<E>) whole.computeIfAbsent(
                new Place(model, offset, keys), place -> EntityShape.of(model, columns, offset, keys));
        return shape;
    }

    private record Place(EntityModel<?> model, int offset, List<? extends EntityColumn<?, ?>> keys) {}
}
