package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declaring entity references one row of one of several tables: {@code Comment_.SUBJECT}. For each type there is
 * also a {@link BelongsToRelation}, such as {@code Comment_.SUBJECT_POST}. It has everything that a relation to one
 * type has: filters, aggregates, orders, paths and preloads with conditions. Two relations are equal if entity and name
 * are equal. Immutable and thread-safe.
 *
 * @param <E> the entity that declares it
 * @param <T> the sealed type of the related entities
 */
public final class BelongsToOneOfRelation<E, T> extends Wrapper<OneOfParts> {

    private final Class<E> entity;
    private final String name;
    private final List<BelongsToRelation<E, ? extends T>> relations;

    private BelongsToOneOfRelation(
            Class<E> entity, String name, List<BelongsToRelation<E, ? extends T>> relations, OneOfParts parts) {
        super(parts);
        this.entity = entity;
        this.name = name;
        this.relations = relations;
    }

    /** Returns the relation of {@code relations}, one for each type. */
    static <E, T> BelongsToOneOfRelation<E, T> of(
            Class<E> entity, String name, List<BelongsToRelation<E, ? extends T>> relations, OneOfParts parts) {
        return new BelongsToOneOfRelation<>(entity, name, relations, parts);
    }

    /** Returns the entity that declares this relation. */
    public Class<E> entity() {
        return entity;
    }

    /** Returns the name of the member. */
    public String name() {
        return name;
    }

    /** Returns the relation of each type, in the order in which the sealed type permits them. */
    public List<BelongsToRelation<E, ? extends T>> relations() {
        return relations;
    }

    /** A related row exists, of any type. */
    public Condition<E> exists() {
        return relations.stream()
                .<Condition<E>>map(Relation::exists)
                .reduce(Condition::or)
                .orElseThrow();
    }

    /** No related row of any type exists. */
    public Condition<E> doesntExist() {
        return exists().not();
    }

    /** The related row is the row of {@code related}, as {@link Relation#is}. */
    public Condition<E> is(T related) {
        return is(relationTo(related), related);
    }

    /** The opposite of {@link #is}: the related row is another row or of another type, or the entity has none. */
    public Condition<E> isNot(T related) {
        return isNot(relationTo(related), related);
    }

    /**
     * Returns the relation to the type of {@code related}.
     *
     * @throws IllegalArgumentException if {@code related} is not of a type of this relation
     */
    public BelongsToRelation<E, ? extends T> relationTo(T related) {
        Checks.notNull(related, "related");
        for (BelongsToRelation<E, ? extends T> relation : relations) {
            if (relation.related().type().isInstance(related)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("related must be of a type of " + this);
    }

    @SuppressWarnings("unchecked") // the relation is the one of the type
    private static <E, R> Condition<E> is(BelongsToRelation<E, R> relation, Object related) {
        return relation.is((R) related);
    }

    @SuppressWarnings("unchecked") // the relation is the one of the type
    private static <E, R> Condition<E> isNot(BelongsToRelation<E, R> relation, Object related) {
        return relation.isNot((R) related);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BelongsToOneOfRelation<?, ?> relation
                && relation.entity == entity
                && relation.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return Nodes.of(this).relation();
    }
}
