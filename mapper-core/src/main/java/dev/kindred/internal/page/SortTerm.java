package dev.kindred.internal.page;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * One term of the order that a result is scrolled through in.
 *
 * @param column the column of the term
 * @param ordering the term
 */
record SortTerm<E>(EntityColumn<E, ?> column, Ordering ordering) {

    SortTerm<E> reversed() {
        return new SortTerm<>(column, ordering.reversed());
    }

    /** A key is never null in the database, whatever its member holds before it is stored. */
    boolean takesNull() {
        return column.is(ColumnTrait.NULLABLE) && !column.is(ColumnTrait.ID);
    }

    ComparisonOperator beyond() {
        return ordering.direction() == Direction.ASCENDING ? ComparisonOperator.GREATER : ComparisonOperator.LESS;
    }

    Parameter parameter(@Nullable Object value) {
        return new Parameter(column.type(), value, column.toString());
    }

    Predicate equal(@Nullable Object value) {
        return value == null ? isNull() : compared(ComparisonOperator.EQUAL, value);
    }

    /** Returns the condition of the rows that come after {@code value}, or null when there can be none. */
    @Nullable
    Predicate after(@Nullable Object value) {
        if (value == null) {
            return ordering.nullsAreLast() ? null : new Predicate.Negation(isNull());
        }
        Predicate beyond = compared(beyond(), value);
        return takesNull() && ordering.nullsAreLast() ? beyond.or(isNull()) : beyond;
    }

    /** Returns the condition of the rows that do not come before {@code value} when one comparison says it, else null. */
    @Nullable
    Predicate notBefore(@Nullable Object value) {
        if (value == null || (takesNull() && ordering.nullsAreLast())) {
            return null;
        }
        return compared(
                beyond() == ComparisonOperator.GREATER
                        ? ComparisonOperator.GREATER_OR_EQUAL
                        : ComparisonOperator.LESS_OR_EQUAL,
                value);
    }

    private Predicate isNull() {
        return new Predicate.IsNull(Columns.reference(column));
    }

    private Predicate compared(ComparisonOperator operator, Object value) {
        return new Predicate.Comparison(Columns.reference(column), operator, parameter(value));
    }
}
