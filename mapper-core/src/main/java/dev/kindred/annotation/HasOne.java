package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that at most one row of another table references each row of this entity. The member is a {@code Mono} of
 * the related entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface HasOne {

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
     * The {@code ON DELETE} action of the foreign key: what happens to the related row when the row of this entity is
     * deleted. If neither side of the relation sets it, a created schema uses PostgreSQL's default, {@code NO ACTION},
     * and a schema check accepts every action.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * A {@code dev.kindred.model.RelationScope} of the related entity. Its conditions apply to every read through this
     * relation. The class needs a no-argument constructor. Default: no scope.
     */
    Class<?> scope() default Void.class;

    /**
     * Members of the related entity that select one of several referencing rows: the row with the greatest values.
     * {@code "createdAt"} selects the latest row. Nulls sort lowest. Equal rows are ordered by the greatest primary
     * key.
     *
     * <p>Queries, preloads and filters of the relation apply to the selected row. The foreign key is not unique in this
     * case, even if another {@code @HasOne} uses the same key.
     */
    String[] latestBy() default {};

    /**
     * Members of the related entity that select one of several referencing rows: the row with the least values. Nulls
     * sort last. Equal rows are ordered by the least primary key. Everything else is as for {@link #latestBy()}; only
     * one of the two can be set.
     */
    String[] oldestBy() default {};

    /**
     * Pairs of the form {@code "key=value"} that the relation's model offers to tools. The mapper does not interpret
     * them.
     */
    String[] meta() default {};
}
