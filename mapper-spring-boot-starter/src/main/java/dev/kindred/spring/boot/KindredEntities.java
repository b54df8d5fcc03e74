package dev.kindred.spring.boot;

import dev.kindred.model.EntityModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The entities of the application: the classes marked {@link dev.kindred.annotation.Table} in its packages. Define a
 * bean of this type to choose them. Immutable and thread-safe.
 */
public final class KindredEntities {

    private final List<Class<?>> types;

    KindredEntities(Class<?>... types) {
        this.types = Arrays.stream(types)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** Returns these entities. */
    public static KindredEntities of(Class<?>... types) {
        return new KindredEntities(types);
    }

    /** Returns the classes, in the order of their names. */
    public List<Class<?>> types() {
        return types;
    }

    /**
     * Returns the models of the entities, in the order of the names of their classes.
     *
     * @throws dev.kindred.error.MappingException if an entity has no model
     */
    public List<EntityModel<?>> models() {
        return types.stream().<EntityModel<?>>map(EntityModel::of).toList();
    }

    @Override
    public String toString() {
        return "KindredEntities" + types.stream().map(Class::getName).toList();
    }
}
