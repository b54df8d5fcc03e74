package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that each row of this entity references one row of one of several tables. The member is a {@code Mono} of a
 * sealed interface, and each class that the interface permits is an entity with a primary key of one column.
 *
 * <p>There are two forms:
 * <ul>
 * <li>By default each type has a foreign key member, which is nullable. Exactly one of them has a value. A created
 * schema has a foreign key for each type, and a check that exactly one of the columns is not null.
 * <li>With {@link #type} and {@link #key}, one member has the name of the type and another one the key. The database
 * cannot check such a reference. It is meant for tables that exist.
 * </ul>
 *
 * <p>The generated class has one relation for the member and one {@code BelongsToRelation} for each type:
 * {@code Comment_.SUBJECT}, {@code Comment_.SUBJECT_POST} and {@code Comment_.SUBJECT_VIDEO}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface BelongsToOneOf {

    /**
     * Pairs of the form {@code "Post=articleId"}: the simple name of a type, and the member that references it.
     * Default: the name of the type in camelCase followed by its key, as in {@code postId}.
     */
    String[] keys() default {};

    /** The member with the name of the type. It is a {@code String}. Default: each type has a foreign key member. */
    String type() default "";

    /** The member with the key, if there is a {@link #type}. */
    String key() default "";

    /**
     * Pairs of the form {@code "post=Post"}: the value of the {@link #type} member, and the simple name of the type.
     * Each type has one pair. A value that no pair has is an error of each read of the relation.
     */
    String[] names() default {};

    /**
     * The {@code ON DELETE} action of each foreign key: what happens to this row when its target is deleted. If neither
     * side of the relation sets it, a created schema uses PostgreSQL's default, {@code NO ACTION}, and a schema check
     * accepts every action.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * Pairs of the form {@code "key=value"} that the relation of each type offers to tools. The mapper does not
     * interpret them.
     */
    String[] meta() default {};
}
