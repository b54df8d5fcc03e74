package dev.kindred.model;

import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value computed from several rows. It can be compared and sorted by. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the value, nullable if the value of no rows is null
 * @param <C> the condition that a comparison returns
 */
sealed interface Measure<E, T extends @Nullable Object, C> permits Aggregate, GroupValue {

    /** Compares the value to {@code operand}. A value that is null satisfies no comparison. */
    C is(ComparisonOperator operator, T operand);

    /** Equal to {@code operand}. */
    default C eq(T operand) {
        return is(ComparisonOperator.EQUAL, operand);
    }

    /** Not equal to {@code operand}. */
    default C ne(T operand) {
        return is(ComparisonOperator.NOT_EQUAL, operand);
    }

    /** Less than {@code operand}. */
    default C lt(T operand) {
        return is(ComparisonOperator.LESS, operand);
    }

    /** Less than or equal to {@code operand}. */
    default C le(T operand) {
        return is(ComparisonOperator.LESS_OR_EQUAL, operand);
    }

    /** Greater than {@code operand}. */
    default C gt(T operand) {
        return is(ComparisonOperator.GREATER, operand);
    }

    /** Greater than or equal to {@code operand}. */
    default C ge(T operand) {
        return is(ComparisonOperator.GREATER_OR_EQUAL, operand);
    }

    /** Sorts in ascending order; nulls last. */
    SortOrder<E> asc();

    /** Sorts in descending order; nulls first. */
    SortOrder<E> desc();
}
