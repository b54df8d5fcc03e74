package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.ColumnValues;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowSteps;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The steps of a query for entities. Each returns a new query and leaves this one unchanged.
 *
 * @param <E> the entity
 * @param <S> the query
 */
public interface EntitySteps<E, S extends EntitySteps<E, S>> extends RowSteps<E, S> {

    /**
     * Reads these columns only. A later call replaces an earlier one. Members of other columns are null, zero or false.
     * Do not {@code update} such an entity.
     */
    S select(Collection<? extends EntityColumn<E, ?>> columns);

    /** Reads this column only, as {@link #select(Collection)} does. */
    default S select(EntityColumn<E, ?> column) {
        return select(List.<EntityColumn<E, ?>>of(Checks.notNull(column, "column")));
    }

    /** Reads these columns only, as {@link #select(Collection)} does. */
    default S select(EntityColumn<E, ?> first, EntityColumn<E, ?> second) {
        return select(List.<EntityColumn<E, ?>>of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Reads these columns only, as {@link #select(Collection)} does. */
    default S select(EntityColumn<E, ?> first, EntityColumn<E, ?> second, EntityColumn<E, ?> third) {
        return select(List.<EntityColumn<E, ?>>of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Reads these columns only, as {@link #select(Collection)} does. */
    default S select(
            EntityColumn<E, ?> first, EntityColumn<E, ?> second, EntityColumn<E, ?> third, EntityColumn<E, ?> fourth) {
        return select(List.<EntityColumn<E, ?>>of(
                Checks.notNull(first, "first"),
                Checks.notNull(second, "second"),
                Checks.notNull(third, "third"),
                Checks.notNull(fourth, "fourth")));
    }

    /**
     * Returns the values of {@code column} in the rows of this query, as a sub-query for
     * {@link EntityColumn#in(ColumnValues)}. Limit and order apply. Preloads and locks have no effect.
     */
    <T> ColumnValues<T> values(EntityColumn<E, T> column);

    /**
     * Loads {@code relation} for all rows with one more statement, or two for a many-to-many relation, before the first
     * row is emitted. The rows of a relation to many rows are in the order of the relation.
     */
    <R> S preload(Relation<E, R> relation);

    /** Loads both relations, each as {@link #preload(Relation)} does. */
    default S preload(Relation<E, ?> first, Relation<E, ?> second) {
        return preload(Checks.notNull(first, "first")).preload(Checks.notNull(second, "second"));
    }

    /** Loads all three relations, each as {@link #preload(Relation)} does. */
    default S preload(Relation<E, ?> first, Relation<E, ?> second, Relation<E, ?> third) {
        return preload(Checks.notNull(first, "first"))
                .preload(Checks.notNull(second, "second"))
                .preload(Checks.notNull(third, "third"));
    }

    /**
     * Loads {@code relation} for all rows with one more statement for each type that a row references, before the first
     * row is emitted. A row with the name of an unknown type is a {@link dev.kindred.error.UnknownTypeException}. For
     * conditions, columns and nested preloads of one type, preload the relation of that type:
     * {@code preload(Comment_.SUBJECT).preload(Comment_.SUBJECT_POST, post -> post.preload(Post_.AUTHOR))}.
     */
    default S preload(BelongsToOneOfRelation<E, ?> relation) {
        List<Relation<E, ?>> types =
                List.copyOf(Checks.notNull(relation, "relation").relations());
        S steps = preload(types.get(0));
        for (Relation<E, ?> type : types.subList(1, types.size())) {
            steps = steps.preload(type);
        }
        return steps;
    }

    /**
     * Loads {@code relation} for all rows with one more statement, before the first row is emitted.
     *
     * <ul>
     *   <li>The related entities satisfy the conditions of {@code related}. Without such a row the relation is loaded
     *       and empty.
     *   <li>Of several rows the first in the order of {@code related} is used, by default the one with the lowest
     *       primary key. A limit applies per parent. With an order or a limit the server sends this row only.
     *   <li>An offset is an error before any statement.
     *   <li>Two preloads of the same relation with different conditions are an error. The nested preloads of two
     *       preloads with equal conditions are merged.
     * </ul>
     */
    <R> S preload(ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Loads {@code relation} for all rows with one more statement, before the first row is emitted.
     *
     * <ul>
     *   <li>The related entities satisfy the conditions of {@code related}. Without such a row the relation is loaded
     *       and empty.
     *   <li>A many-to-many relation sends two statements, for the pairs of keys and for the related rows. It sends one
     *       if {@code related} has a condition on the related rows, an order, a limit or a lock. A related row that
     *       several entities share is one instance.
     *   <li>The order of {@code related} replaces the order of the relation. The primary key is appended.
     *   <li>{@link PreloadManyQuery#limitEach} limits the rows of each parent.
     *   <li>Of two preloads of the same relation with different conditions, the later one counts, with its nested
     *       preloads. The nested preloads of two preloads with equal conditions are merged.
     * </ul>
     */
    <R> S preload(ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related);

    /**
     * Sets the effect of the first subscription to a handle that is not loaded; the default is {@link LoadMode#BATCH}.
     * It also applies to the entities of preloads without a mode of their own, and to the entities that handles load.
     */
    S loading(LoadMode mode);

    /**
     * Locks the rows until the transaction of the subscriber ends. Other transactions cannot change or lock them.
     * Outside a transaction the lock ends with the statement. {@code count} and {@code exists} lock no row. A preload
     * locks its rows only if its own query has a lock.
     */
    S forUpdate();

    /** Locks the rows as {@link #forUpdate()} does, but other transactions may lock them for share too. */
    S forShare();

    /**
     * Skips rows that another transaction has locked, for example in a task queue.
     *
     * @throws IllegalArgumentException without {@link #forUpdate()} or {@link #forShare()} before
     */
    S skipLocked();

    /**
     * Fails immediately with a {@link dev.kindred.error.LockNotAvailableException} if another transaction has locked a
     * row.
     *
     * @throws IllegalArgumentException without {@link #forUpdate()} or {@link #forShare()} before
     */
    S noWait();
}
