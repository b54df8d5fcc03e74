package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a pivot table pairs the rows of this entity with rows of another one, any number on both sides. The
 * member is a {@code Flux} of the related entity. Exactly one of {@link #through()} and {@link #table()} is set.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface ManyToMany {

    /**
     * The {@link HasMany} member of this entity whose related entity is the pivot. The pivot is an entity like any
     * other, with a {@link BelongsTo} member of the related entity. The scopes of both members apply, and pivots that
     * are marked as deleted are left out.
     */
    String through() default "";

    /**
     * The {@link BelongsTo} member of the pivot that references the related entity. Only with {@link #through()}.
     * Default: the only such member. A member with the key of {@link #through()} does not count, so that a pivot
     * between two rows of one table has a direction.
     */
    String target() default "";

    /**
     * The name of a pivot table without an entity. It has the two foreign keys only, and their pair is its primary key.
     */
    String table() default "";

    /** The schema of {@link #table()}. Default: the schema of the table of this entity. */
    String schema() default "";

    /**
     * The columns of {@link #table()} that reference the {@link Id} of this entity, in the order of its members.
     * Default: the names of foreign key members for this class in snake_case, as in {@code user_id}. A key member whose
     * name begins with the name of the class keeps its name, as in {@code track_id} for {@code Track.trackId}.
     */
    String[] sourceColumns() default {};

    /**
     * The columns of {@link #table()} that reference the {@link Id} of the related entity, with the default of
     * {@link #sourceColumns()} for the related class.
     */
    String[] targetColumns() default {};

    /**
     * The {@code ON DELETE} action of both foreign keys of {@link #table()}. With {@link #through()}, the members of
     * the pivot declare it.
     */
    OnDelete onDelete() default OnDelete.CASCADE;

    /**
     * The order of the related rows, as in {@link HasMany#orderBy()}. Default: the primary key of the related entity,
     * ascending.
     */
    String[] orderBy() default {};

    /**
     * A {@code dev.kindred.model.RelationScope} of the related entity. Its conditions apply to every read through this
     * relation. Its order precedes {@link #orderBy()}. The class needs a no-argument constructor. Default: no scope.
     */
    Class<?> scope() default Void.class;

    /**
     * Pairs of the form {@code "key=value"} that the relation's model offers to tools. The mapper does not interpret
     * them.
     */
    String[] meta() default {};
}
