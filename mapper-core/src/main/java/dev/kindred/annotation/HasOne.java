package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that at most one row of another table points at the row of this entity. The member is a {@code Mono} of the related
 * entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface HasOne {

    /**
     * The members of the related entity that point here, in the order of {@link #localKey()}; by default the name of this class in
     * camelCase followed by its key, as in {@code userId}, or where the related entity has no such member, the name of the key itself, as in
     * {@code artistId}.
     */
    String[] foreignKey() default {};

    /** The members of this entity that are pointed at; by default its {@link Id}. */
    String[] localKey() default {};

    /**
     * What the database does with the related row when the row of this entity is deleted. When neither side of a relation says it, the schema that is
     * created has PostgreSQL's default, {@code NO ACTION}, and a check of the schema accepts any.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * A {@code dev.kindred.model.RelationScope} of the related entity with a constructor without arguments, whose conditions hold for every
     * row that is read through this relation; by default none.
     */
    Class<?> scope() default Void.class;

    /**
     * Members of the related entity, when many of its rows point here and the one with the greatest values is meant: {@code "createdAt"} for
     * the latest. Nulls count least, and of rows that are equal the one with the greatest primary key is meant. What a query, a preload or a
     * filter asks is asked of that row. The foreign key is not unique then, also where another {@code @HasOne} uses the same key.
     */
    String[] latestBy() default {};

    /**
     * Members of the related entity, when many of its rows point here and the one with the least values is meant. Nulls count last, and of
     * rows that are equal the one with the least primary key is meant; otherwise as {@link #latestBy()}, which does not go with it.
     */
    String[] oldestBy() default {};

    /** Pairs of the form {@code "key=value"} that the relation of the model shows to tools; the mapper gives them no meaning. */
    String[] meta() default {};
}
