package dev.kindred.model;

import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value made of several rows, which can be compared and sorted by. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param <T> the type of the value, nullable when there is none for no rows
 * @param <C> what a comparison gives
 */
public sealed interface Measure<E, T extends @Nullable Object, C> permits Aggregate, GroupValue {

    /** Returns the value as a part of a statement. */
    Expression value();

    /** Compares to {@code operand} as {@code operator} says; a value that is null satisfies nothing. */
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

    /** Sorts upwards; nulls last. */
    default SortOrder<E> asc() {
        return new SortOrder<>(new Ordering(value(), Ordering.Direction.ASCENDING, Ordering.Nulls.SERVER_DEFAULT));
    }

    /** Sorts downwards; nulls first. */
    default SortOrder<E> desc() {
        return new SortOrder<>(new Ordering(value(), Ordering.Direction.DESCENDING, Ordering.Nulls.SERVER_DEFAULT));
    }
}
