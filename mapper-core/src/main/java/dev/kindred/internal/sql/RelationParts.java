package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the library asks a relation and users do not see. Code asks these questions and does not test the class of a
 * relation, so a new kind of relation needs no change there. Thread-safe.
 *
 * @param <E> the entity that declares the relation
 * @param key the side that holds the foreign key
 * @param cardinality how many related rows an entity has
 * @param touchesOwner whether writes of the declaring entity touch the related row
 * @param member reads the handle of an entity
 * @param path the way from the entity to the related rows, resolved late because two models may refer to each other
 * @param scope the rows of the scope, resolved late
 */
public record RelationParts<E>(
        KeySide key,
        Cardinality cardinality,
        boolean touchesOwner,
        Function<E, @Nullable Object> member,
        Path path,
        Supplier<RelatedFilter> scope) {

    /** Returns whether the declaring entity holds the foreign key. */
    public boolean holdsForeignKey() {
        return key == KeySide.ENTITY;
    }

    /** Returns whether an entity may reach one related row several times. It is one row of the relation. */
    public boolean mayRepeat() {
        return path.mayRepeat();
    }

    /** Returns whether the related rows are linked to the entity directly, without a table between them. */
    public boolean isDirect() {
        return key != KeySide.BETWEEN;
    }

    /**
     * Returns the columns that equal the key of the entity. They are columns of the related rows, or of the first table
     * between them and the entity.
     */
    public List<ColumnReference> linked() {
        return hops().get(0).columns();
    }

    /** Returns whether an entity has at most one related row. */
    public boolean isToOne() {
        return cardinality == Cardinality.ONE;
    }

    /** Returns the handle that {@code entity} holds, or null if the entity was created without one. */
    public @Nullable Object handle(E entity) {
        return member.apply(entity);
    }

    /**
     * Returns the steps from the entity to the related rows. The last one goes to the table of the related entity, and
     * its conditions are those of {@link #rows()}. The conditions of the steps before it may depend on the time.
     */
    public List<Hop> hops() {
        return path.hops();
    }

    /**
     * Returns the rows of the scope. A scope of the user is evaluated by each call: its conditions may depend on the
     * time.
     */
    public RelatedFilter rows() {
        return scope.get();
    }

    /** Returns whether an order selects one of several rows. */
    public boolean isOneOfMany() {
        return isToOne() && !rows().orderBy().isEmpty();
    }

    /** The way from an entity to its related rows. */
    public interface Path {

        /** Returns the steps. */
        List<Hop> hops();

        /** Returns whether one related row may be reached several times. */
        boolean mayRepeat();
    }

    /** The side of a relation that holds the foreign key. */
    public enum KeySide {
        /** The entity that declares the relation. */
        ENTITY,
        /** The related entity. */
        RELATED,
        /** The tables between both, or neither of them alone. */
        BETWEEN
    }

    /** The number of related rows. */
    public enum Cardinality {
        /** At most one row. */
        ONE,
        /** Any number of rows. */
        MANY
    }
}
