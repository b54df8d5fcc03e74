package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that each row of this entity references one row of another table. The member is a {@code Mono} of the
 * related entity.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface BelongsTo {

    /**
     * The members of this entity that form the foreign key, in the order of {@link #ownerKey()}. Default: the relation
     * name followed by the key of the owner, as in {@code userId}. Without such a member, the default is the key name
     * itself, as in {@code artistId}.
     */
    String[] foreignKey() default {};

    /** The members of the owner that the foreign key references. Default: its {@link Id}. */
    String[] ownerKey() default {};

    /**
     * The {@code ON DELETE} action of the foreign key: what happens to this row when its owner is deleted. If neither
     * side of the relation sets it, a created schema uses PostgreSQL's default, {@code NO ACTION}, and a schema check
     * accepts every action.
     */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * A {@code dev.kindred.model.RelationScope} of the related entity. Its conditions apply to every read through this
     * relation. The class needs a no-argument constructor. Default: no scope.
     */
    Class<?> scope() default Void.class;

    /**
     * Whether a write of this entity touches the owner. A touch does two things:
     * <ul>
     * <li>It sets the owner's {@link UpdatedAt} from the mapper's clock. The owner must have such a member.
     * <li>It increments the owner's {@link Version}, if the owner has one. An owner that was read before must be read
     * again before it is written.
     * </ul>
     *
     * <p>The touch is part of the writing statement, and happens only if that statement writes a row. If the entity
     * moves from one owner to another, both owners are touched. An upsert takes the former owner from the row as it was
     * when the statement began.
     *
     * <p>The owner's own owners are touched too if their relations declare it. A relation of an entity to itself is
     * followed up to the root; a cycle of several relations is followed once. An owner that the same call has saved is
     * not touched again.
     *
     * <p>Touched rows stay locked until the transaction ends. Bulk updates and deletes, {@code copyIn}, raw SQL and
     * cascades in the database do not touch owners.
     */
    boolean touch() default false;

    /**
     * Pairs of the form {@code "key=value"} that the relation's model offers to tools. The mapper does not interpret
     * them.
     */
    String[] meta() default {};
}
