package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation in which at most one row of the related table references the declaring entity. Of several rows, the first
 * in the order of the relation is used; the default order is the primary key. Immutable and thread-safe; two are equal
 * if their entities and names are equal.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public final class HasOneRelation<E, R> implements Relation<E, R> {

    private final RelationDefinition<E, R> definition;

    private HasOneRelation(RelationDefinition<E, R> definition) {
        this.definition = definition;
    }

    /** Returns the relation of a definition. */
    public static <E, R> HasOneRelation<E, R> of(RelationDefinition<E, R> definition) {
        return new HasOneRelation<>(Checks.notNull(definition, "definition"));
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

    /** Returns the referenced columns of the declaring entity. */
    @Override
    public List<EntityColumn<E, ?>> sourceKey() {
        return definition.keys().source();
    }

    /** Returns the foreign key columns of the related entity. */
    @Override
    public List<EntityColumn<R, ?>> targetKey() {
        return definition.keys().target().get();
    }

    @Override
    public boolean holdsForeignKey() {
        return false;
    }

    @Override
    public boolean touchesOwner() {
        return false;
    }

    /** Returns this relation with a related entity, for {@code mapper.save(user, User_.PROFILE.with(profile))}. */
    public RelatedEntity<E, R> with(R entity) {
        return new RelatedEntity<>(this, entity);
    }

    @Override
    public @Nullable OnDelete onDelete() {
        return definition.options().onDelete();
    }

    @Override
    public @Nullable Object handle(E entity) {
        return definition.handle().apply(entity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HasOneRelation<?, ?> relation && relation.definition.equals(definition);
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
