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
 * The steps that read values made of related rows along with each entity. They cost no statement of their own: each is
 * a sub-query in the select list, next to whatever columns are selected. A value is found by its {@link Aggregate} or
 * by its label, {@code profileCount} or {@code profileSumAmount} unless set with {@link Aggregate#as}; two different
 * ones under one label are an error.
 *
 * @param <E> the entity
 * @param <A> the query for entities with values
 */
public interface AggregateSteps<E, A> {

    /** Reads {@code aggregates} too. */
    A with(Collection<? extends Aggregate<E, ?>> aggregates);

    /** Reads an aggregate too. */
    default A with(Aggregate<E, ?> aggregate) {
        return with(List.<Aggregate<E, ?>>of(Checks.notNull(aggregate, "aggregate")));
    }

    /** Reads aggregates too. */
    default A with(Aggregate<E, ?> first, Aggregate<E, ?> second) {
        return with(List.<Aggregate<E, ?>>of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Reads aggregates too. */
    default A with(Aggregate<E, ?> first, Aggregate<E, ?> second, Aggregate<E, ?> third) {
        return with(List.<Aggregate<E, ?>>of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Reads the number of related rows, {@code profileCount}. */
    default A withCount(Relation<E, ?> relation) {
        return with(Checks.notNull(relation, "relation").count());
    }

    /** Reads the number of related rows, {@code profileCount}, of those among {@code rows}. */
    default <R> A withCount(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").count(rows));
    }

    /** Reads whether there is a related row, {@code profileExists}. */
    default A withExists(Relation<E, ?> relation) {
        return with(Checks.notNull(relation, "relation").existence());
    }

    /** Reads whether there is a related row, {@code profileExists}, of those among {@code rows}. */
    default <R> A withExists(Relation<E, R> relation, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").existence(rows));
    }

    /** Reads the sum of {@code column}, null of no rows. */
    default <R> A withSum(Relation<E, R> relation, NumberColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").sum(column));
    }

    /** Reads the sum of {@code column}, null of no rows, of those among {@code rows}. */
    default <R> A withSum(Relation<E, R> relation, NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").sum(column, rows));
    }

    /** Reads the mean of {@code column}, null of no rows. */
    default <R> A withAvg(Relation<E, R> relation, NumberColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").avg(column));
    }

    /** Reads the mean of {@code column}, null of no rows, of those among {@code rows}. */
    default <R> A withAvg(Relation<E, R> relation, NumberColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").avg(column, rows));
    }

    /** Reads the smallest value of {@code column}, null of no rows. */
    default <R> A withMin(Relation<E, R> relation, ComparableColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").min(column));
    }

    /** Reads the smallest value of {@code column}, null of no rows, of those among {@code rows}. */
    default <R> A withMin(Relation<E, R> relation, ComparableColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").min(column, rows));
    }

    /** Reads the greatest value of {@code column}, null of no rows. */
    default <R> A withMax(Relation<E, R> relation, ComparableColumn<R, ?> column) {
        return with(Checks.notNull(relation, "relation").max(column));
    }

    /** Reads the greatest value of {@code column}, null of no rows, of those among {@code rows}. */
    default <R> A withMax(Relation<E, R> relation, ComparableColumn<R, ?> column, UnaryOperator<RelatedRows<R>> rows) {
        return with(Checks.notNull(relation, "relation").max(column, rows));
    }
}
