package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.ReferentialAction;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one relation. Immutable and thread-safe; two are equal when entity and name are.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 * @param entity the class that declares it
 * @param name the member
 * @param related the model of the related entity, asked for late, so that two models may refer to each other
 * @param keys the columns the relation goes by
 * @param handle reads the member of an entity
 * @param onDelete what the database does with the row that points when the other one is deleted, or null when nobody said it
 */
public record RelationDefinition<E, R>(
        Class<E> entity,
        String name,
        Supplier<EntityModel<R>> related,
        RelationKeys<E, R> keys,
        Function<E, @Nullable Object> handle,
        @Nullable ReferentialAction onDelete) {

    public RelationDefinition {
        Checks.notNull(entity, "entity");
        Checks.notBlank(name, "name");
        Checks.notNull(related, "related");
        Checks.notNull(keys, "keys");
        Checks.notNull(handle, "handle");
    }

    /** Makes the definition of a relation that does not say what a delete does. */
    public RelationDefinition(
            Class<E> entity,
            String name,
            Supplier<EntityModel<R>> related,
            RelationKeys<E, R> keys,
            Function<E, @Nullable Object> handle) {
        this(entity, name, related, keys, handle, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelationDefinition<?, ?> definition
                && definition.entity == entity
                && definition.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + "." + name;
    }

    /**
     * The columns a relation goes by.
     *
     * @param source those of the declaring entity
     * @param target those of the related entity, in the same order, asked for late
     */
    public record RelationKeys<E, R>(List<Column<E, ?>> source, Supplier<List<Column<R, ?>>> target) {

        public RelationKeys {
            source = Checks.noNulls(source, "source");
            Checks.argument(!source.isEmpty(), "a relation goes by at least one column");
            Checks.notNull(target, "target");
        }
    }
}
