package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the rows at the end of a path of relations. The member is a {@code Flux} of the entity at the end. The
 * relation is only read. A row that is reached twice is one row.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Through {

    /**
     * The relations of the path, at least two, as in {@code {"orders", "invoice"}}. The first is a member of this
     * entity, each further one a member of the entity that the one before it relates to. Relations of every kind can be
     * combined. The scope of each applies, and rows that are marked as deleted are left out on each step. The order of
     * a relation to many rows does not count; the order of a relation to one of many rows selects the row.
     */
    String[] value();

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
