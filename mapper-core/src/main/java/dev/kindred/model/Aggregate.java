package dev.kindred.model;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.AggregateFunction;
import dev.kindred.sql.ComparisonOperator;
import dev.kindred.sql.Expression.Aggregation;
import dev.kindred.sql.Expression.Parameter;
import dev.kindred.sql.Ordering;
import dev.kindred.sql.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One value made of the rows that a relation leads to: their number, or the sum of one of their columns. Made by {@link Relation}; its
 * tests give conditions, and it can be sorted by. Immutable and thread-safe; two are equal when label, relation and value are.
 *
 * @param <E> the entity that declares the relation
 * @param <T> the type of the value, nullable when there is none for no rows
 */
public final class Aggregate<E, T extends @Nullable Object> {

    private final String label;
    private final Relation<E, ?> relation;
    private final Aggregation value;

    Aggregate(String label, Relation<E, ?> relation, Aggregation value) {
        this.label = label;
        this.relation = relation;
        this.value = value;
    }

    /** Returns the name under which the value is found besides by this aggregate; {@code profileCount} unless set. */
    public String label() {
        return label;
    }

    /** Returns this aggregate under another name. */
    public Aggregate<E, T> as(String name) {
        return new Aggregate<>(Checks.notBlank(name, "name"), relation, value);
    }

    /** Returns the relation whose rows it is made of. */
    public Relation<E, ?> relation() {
        return relation;
    }

    /** Returns the value as a part of a statement. */
    public Aggregation value() {
        return value;
    }

    /** Returns the value of no rows: zero of a number of rows, false of whether there is one, and else null. */
    public @Nullable Object ofNoRows() {
        return switch (value.function()) {
            case COUNT -> 0L;
            case EXISTS -> false;
            case SUM, AVG, MIN, MAX -> null;
        };
    }

    /**
     * Compares to {@code operand} as {@code operator} says; a value that is null satisfies nothing. At least one row, and none at all, are
     * asked for as such, which the server answers without counting.
     */
    public Condition<E> is(ComparisonOperator operator, T operand) {
        Checks.notNull(operator, "operator");
        Checks.notNull(operand, "operand");
        if (value.function() == AggregateFunction.COUNT && ((Number) operand).longValue() == 1L) {
            if (operator == ComparisonOperator.GREATER_OR_EQUAL) {
                return RelationConditions.exists(value.rows());
            }
            if (operator == ComparisonOperator.LESS) {
                return RelationConditions.<E>exists(value.rows()).not();
            }
        }
        return new Condition<>(new Predicate.Comparison(value, operator, new Parameter(value.type(), operand, label)));
    }

    /** Equal to {@code operand}. */
    public Condition<E> eq(T operand) {
        return is(ComparisonOperator.EQUAL, operand);
    }

    /** Not equal to {@code operand}. */
    public Condition<E> ne(T operand) {
        return is(ComparisonOperator.NOT_EQUAL, operand);
    }

    /** Less than {@code operand}. */
    public Condition<E> lt(T operand) {
        return is(ComparisonOperator.LESS, operand);
    }

    /** Less than or equal to {@code operand}. */
    public Condition<E> le(T operand) {
        return is(ComparisonOperator.LESS_OR_EQUAL, operand);
    }

    /** Greater than {@code operand}. */
    public Condition<E> gt(T operand) {
        return is(ComparisonOperator.GREATER, operand);
    }

    /** Greater than or equal to {@code operand}. */
    public Condition<E> ge(T operand) {
        return is(ComparisonOperator.GREATER_OR_EQUAL, operand);
    }

    /** Sorts upwards; nulls last. */
    public Order<E> asc() {
        return order(Ordering.Direction.ASCENDING);
    }

    /** Sorts downwards; nulls first. */
    public Order<E> desc() {
        return order(Ordering.Direction.DESCENDING);
    }

    private Order<E> order(Ordering.Direction direction) {
        return new Order<>(new Ordering(value, direction, Ordering.Nulls.SERVER_DEFAULT));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aggregate<?, ?> aggregate
                && aggregate.label.equals(label)
                && aggregate.relation.equals(relation)
                && aggregate.value.equals(value);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return relation + "[" + label + "]";
    }
}
