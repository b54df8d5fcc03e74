package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelatedRows;
import dev.kindred.model.Relation;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The steps that read aggregates of related rows with each entity.
 *
 * <ul>
 *   <li>They send no further statement. Each aggregate is a sub-query in the select list.
 *   <li>A value is read by its {@link Aggregate} or by its label. The default label has the form {@code profileCount}
 *       or {@code profileSumAmount}; {@link Aggregate#as} changes it.
 *   <li>Two different aggregates with the same label are an error.
 * </ul>
 *
 * @param <E> the entity
 * @param <A> the query for entities with aggregates
 */
public interface AggregateSteps<E, A> {

    /** Adds aggregates. */
    A with(Collection<? extends Aggregate<E, ?>> aggregates);

    /** Adds an aggregate. */
    default A with(Aggregate<E, ?> aggregate) {
        return with(List.<Aggregate<E, ?>>of(Checks.notNull(aggregate, "aggregate")));
    }

    /** Adds aggregates. */
    default A with(Aggregate<E, ?> first, Aggregate<E, ?> second) {
        return with(List.<Aggregate<E, ?>>of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Adds aggregates. */
    default A with(Aggregate<E, ?> first, Aggregate<E, ?> second, Aggregate<E, ?> third) {
        return with(List.<Aggregate<E, ?>>of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Adds the number of related rows, {@code profileCount}. */
    default A withCount(Relation<E, ?> relation) {
        return with(Checks.notNull(relation, "relation").count());
    }

    /** Adds the number of related rows that match {@code rows}, {@code profileCount}. */
    default <R> A withCount(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").count(rows));
    }

    /** Adds whether a related row exists, {@code profileExists}. */
    default A withExists(Relation<E, ?> relation) {
        return with(Checks.notNull(relation, "relation").existence());
    }

    /** Adds whether a related row that matches {@code rows} exists, {@code profileExists}. */
    default <R> A withExists(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").existence(rows));
    }

    /** Adds the sum of {@code column}; null without rows. */
    default <R> A withSum(Relation<E, R> relation, NumberColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").sum(column));
    }

    /** Adds the sum of {@code column} in the related rows that match {@code rows}; null without rows. */
    default <R> A withSum(Relation<E, R> relation, NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").sum(column, rows));
    }

    /** Adds the average of {@code column}; null without rows. */
    default <R> A withAvg(Relation<E, R> relation, NumberColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").avg(column));
    }

    /** Adds the average of {@code column} in the related rows that match {@code rows}; null without rows. */
    default <R> A withAvg(Relation<E, R> relation, NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").avg(column, rows));
    }

    /** Adds the minimum of {@code column}; null without rows. */
    default <R> A withMin(Relation<E, R> relation, ComparableColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").min(column));
    }

    /** Adds the minimum of {@code column} in the related rows that match {@code rows}; null without rows. */
    default <R> A withMin(Relation<E, R> relation, ComparableColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").min(column, rows));
    }

    /** Adds the maximum of {@code column}; null without rows. */
    default <R> A withMax(Relation<E, R> relation, ComparableColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").max(column));
    }

    /** Adds the maximum of {@code column} in the related rows that match {@code rows}; null without rows. */
    default <R> A withMax(Relation<E, R> relation, ComparableColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").max(column, rows));
    }
}
