package dev.kindred.model;

import dev.kindred.sql.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed relation, a constant of a generated class: {@code User_.PROFILE}. Immutable and thread-safe; two are equal when entity and
 * name are.
 *
 * @param <E> the entity that declares it
 * @param <R> the related entity
 */
public sealed interface Relation<E, R> permits HasOne, BelongsTo {

    /** Returns the entity that declares this relation. */
    Class<E> entity();

    /** Returns the name of the member. */
    String name();

    /** Returns the model of the related entity. */
    EntityModel<R> related();

    /** Returns the columns of the declaring entity that the relation goes by. */
    List<Column<E, ?>> sourceKey();

    /** Returns the columns of the related entity that the relation goes by, in the order of {@link #sourceKey()}. */
    List<Column<R, ?>> targetKey();

    /** Returns what the database does with the row that points when the other one is deleted, or null when nobody said it. */
    @Nullable
    ReferentialAction onDelete();

    /** Returns the handle that {@code entity} holds, or null when the user built the entity without one. */
    @Nullable
    Object handle(E entity);
}
