package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the row of this entity points at one row of another table. The member is a {@code Mono} of that entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface BelongsTo {

    /**
     * The members of this entity that point at the owner, in the order of {@link #ownerKey()}; by default the name of the relation
     * followed by the key of the owner, as in {@code userId}, or where there is no such member, the name of the key itself, as in
     * {@code artistId}.
     */
    String[] foreignKey() default {};

    /** The members of the owner that are pointed at; by default its {@link Id}. */
    String[] ownerKey() default {};

    /**
     * What the database does with this row when the row of its owner is deleted. When neither side of a relation says it, the schema that is
     * created has PostgreSQL's default, {@code NO ACTION}, and a check of the schema accepts any.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * A {@code dev.kindred.model.RelationScope} of the related entity with a constructor without arguments, whose conditions hold for every
     * row that is read through this relation; by default none.
     */
    Class<?> scope() default Void.class;

    /**
     * Whether the owner counts as changed whenever this entity is written: its {@link UpdatedAt}, which it must have, is set from the clock of
     * the mapper, and its {@link Version} raised, since that is a change of its row like any other; who holds the owner reads it again before
     * writing it. This happens in the statement that writes, and only when that writes a row. When the entity moves from one owner to another,
     * both are marked; an upsert takes as the former one that of the row as it was when the statement began.
     *
     * <p>The owner's own owners follow when their relations say so too: over a relation of an entity to itself up to the last one, round a circle
     * of several relations once. An owner that the same call has saved is not marked again. The rows of owners stay locked until the transaction
     * ends. Bulk updates and deletes, {@code copyIn}, SQL by hand and cascades of the database leave owners alone.
     */
    boolean touch() default false;

    /** Pairs of the form {@code "key=value"} that the relation of the model shows to tools; the mapper gives them no meaning. */
    String[] meta() default {};
}
