package dev.kindred.reactor.internal.row;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of results that have all columns of an entity, which most have, made once. Thread-safe. */
public final class EntityShapes {

    private final Map<Place, EntityShape<?>> whole = new ConcurrentHashMap<>();

    /** Starts without a shape. */
    public EntityShapes() {}

    /** Returns the shape of a result that has {@code columns}, in their order. */
    public <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns) {
        return of(model, columns, 0);
    }

    /** Returns the shape of a result that has {@code columns}, in their order, behind {@code offset} others. */
    public <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns, int offset) {
        if (!columns.equals(model.columns())) {
            return EntityShape.of(model, columns, offset);
        }
        @SuppressWarnings("unchecked") // the shape at a place is one of its entity
        EntityShape<E> shape = (EntityShape<E>)
                whole.computeIfAbsent(new Place(model, offset), place -> EntityShape.of(model, columns, offset));
        return shape;
    }

    private record Place(EntityModel<?> model, int offset) {}
}
