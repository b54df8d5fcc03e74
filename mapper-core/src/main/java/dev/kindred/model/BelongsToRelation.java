package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation in which the row of the declaring entity references one row of the related table, its owner. Immutable and
 * thread-safe; two are equal if their entities and names are equal.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class BelongsToRelation<E, R> implements Relation<E, R> {

    private final RelationDefinition<E, R> definition;

    private BelongsToRelation(RelationDefinition<E, R> definition) {
        this.definition = definition;
    }

    /** Returns the relation of a definition. */
    public static <E, R> BelongsToRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new BelongsToRelation<>(Checks.notNull(definition, "definition"));
    }

    @Override
    public RelationDefinition<E, R> definition() {
        return definition;
    }

    @Override
    public Class<E> entity() {
        return definition.entity();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public EntityModel<R> related() {
        return definition.related().get();
    }

    /** Returns the foreign key columns of the declaring entity. */
    @Override
    public List<EntityColumn<E, ?>> sourceKey() {
        return definition.keys().source();
    }

    /** Returns the referenced columns of the owner. */
    @Override
    public List<EntityColumn<R, ?>> targetKey() {
        return definition.keys().target().get();
    }

    @Override
    public @Nullable OnDelete onDelete() {
        return definition.options().onDelete();
    }

    @Override
    public boolean holdsForeignKey() {
        return true;
    }

    @Override
    public boolean touchesOwner() {
        return definition.options().touch();
    }

    @Override
    public @Nullable Object handle(E entity) {
        return definition.handle().apply(entity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BelongsToRelation<?, ?> relation && relation.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    @Override
    public String toString() {
        return definition.toString();
    }
}
