package dev.kindred.internal.page;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * One term of the order of a keyset.
 *
 * @param column the column
 * @param ordering the term
 */
record SortTerm<E>(EntityColumn<E, ?> column, Ordering ordering) {

    SortTerm<E> reversed() {
        return new SortTerm<>(column, ordering.reversed());
    }

    /** A primary key column is never null in the database, even if the member is null before an insert. */
    boolean takesNull() {
        return Nodes.of(column).is(ColumnTrait.NULLABLE) && !Nodes.of(column).is(ColumnTrait.ID);
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

    /** Returns the condition for the rows after {@code value}, or null if no row can follow. */
    @Nullable
    Predicate after(@Nullable Object value) {
        if (value == null) {
            return ordering.nullsAreLast() ? null : new Predicate.Negation(isNull());
        }
        Predicate beyond = compared(beyond(), value);
        return takesNull() && ordering.nullsAreLast() ? beyond.or(isNull()) : beyond;
    }

    /** Returns the condition for the rows at or after {@code value}, or null if one comparison cannot express it. */
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
