package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.ColumnValues;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowSteps;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The steps that make up a query. Each returns a new query and leaves this one as it is.
 *
 * @param <E> the entity
 * @param <S> the query
 */
public interface QuerySteps<E, S extends QuerySteps<E, S>> extends RowSteps<E, S> {

    /** Reads at most {@code rows} rows; a later call replaces an earlier one. */
    S limit(long rows);

    /** Leaves out the first {@code rows} rows; a later call replaces an earlier one. */
    S offset(long rows);

    /**
     * Reads these columns only; a later call replaces an earlier one. The members of the other columns hold null, zero or false, so
     * such an entity is for reading and not for {@code update}.
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
     * Returns the values of {@code column} in the rows of this query, for {@link EntityColumn#in(ColumnValues)}: a sub-query, which runs within the
     * statement that it stands in. Its limit and the order that goes with it hold; preloads and locks do not matter.
     */
    <T> ColumnValues<T> values(EntityColumn<E, T> column);

    /** Loads {@code relation} for all rows with one more statement, before the first one is emitted. */
    default <R> S preload(Relation<E, R> relation) {
        return preload(relation, related -> related);
    }

    /**
     * Loads {@code relation} for all rows with one more statement, before the first one is emitted. The related entities are those that
     * satisfy the conditions set by {@code related}; where none does, the relation is loaded and empty. Of several rows the first in its order
     * counts, else the one with the lowest primary key; with an order or a limit, which is one for each parent, the server sends that one
     * only. An offset is an error before any statement. Asking for the same relation
     * twice with different conditions is an error; nested preloads of the two are put together.
     */
    <R> S preload(Relation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Says what the first subscription to an unloaded relation handle does; {@link LoadMode#BATCH} unless said otherwise. Holds for the
     * entities of preloads too, unless those say otherwise, and for what their handles load in turn.
     */
    S loading(LoadMode mode);

    /**
     * Locks the rows that are read until the transaction of the subscriber ends, so that nobody else changes or locks them. Outside a
     * transaction the lock ends with the statement. Counts and tests for existence do not lock, and preloads
     * only when their own query says so.
     */
    S forUpdate();

    /** Locks the rows as {@link #forUpdate()} does, so that nobody else changes them; others may lock them in the same way. */
    S forShare();

    /**
     * Leaves out rows that somebody else has locked, as a queue of tasks does.
     *
     * @throws IllegalArgumentException unless {@link #forUpdate()} or {@link #forShare()} was said before
     */
    S skipLocked();

    /**
     * Makes a row that somebody else has locked an error at once, a {@link dev.kindred.error.StatementException} with the state 55P03.
     *
     * @throws IllegalArgumentException unless {@link #forUpdate()} or {@link #forShare()} was said before
     */
    S noWait();
}
