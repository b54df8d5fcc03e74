package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that any number of rows of another table reference each row of this entity. The member is a {@code Flux} of
 * the related entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface HasMany {

    /**
     * The members of the related entity that form the foreign key, in the order of {@link #localKey()}. Default: the
     * name of this class in camelCase followed by its key, as in {@code userId}. If the related entity has no such
     * member, the default is the key name itself, as in {@code artistId}.
     */
    String[] foreignKey() default {};

    /**
     * The {@link BelongsToOneOf} member of the related entity that references this entity. It gives the keys, so
     * neither {@link #foreignKey} nor {@link #localKey} is set. Default: none.
     */
    String inverse() default "";

    /** The members of this entity that the foreign key references. Default: its {@link Id}. */
    String[] localKey() default {};

    /**
     * The order of the related rows: members of the related entity, most significant first. A member is followed by
     * {@code asc} or {@code desc}, as in {@code "placedAt desc"}; ascending is the default. Nulls are last in ascending
     * and first in descending order.
     *
     * <p>The primary key is appended, in the direction of the last member, so that no two rows are equal. The order is
     * the same for handles, preloads and queries of the relation. An order of a query or of a preload replaces it.
     * Default: the primary key, ascending.
     *
     * <p>A created schema has an index of the foreign key and this order.
     */
    String[] orderBy() default {};

    /**
     * The {@code ON DELETE} action of the foreign key: what happens to the related rows when the row of this entity is
     * deleted. If neither side of the relation sets it, a created schema uses PostgreSQL's default, {@code NO ACTION},
     * and a schema check accepts every action.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

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
