package dev.kindred.model;

import dev.kindred.internal.sql.AggregateFunction;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * One value made of the rows that a relation leads to: their number, or the sum of one of their columns. Made by
 * {@link Relation}; its tests give conditions, and it can be sorted by. Immutable and thread-safe; two are equal when
 * label, relation and value are.
 *
 * @param <E> the entity that declares the relation
 * @param <T> the type of the value, nullable when there is none for no rows
 */
public final class Aggregate<E, T extends @Nullable Object> extends Wrapper<Aggregation>
        implements Measure<E, T, Condition<E>> {

    private final String label;
    private final Relation<E, ?> relation;

    Aggregate(String label, Relation<E, ?> relation, Aggregation value) {
        super(value);
        this.label = label;
        this.relation = relation;
    }

    /** Returns the name under which the value is found besides by this aggregate; {@code profileCount} unless set. */
    public String label() {
        return label;
    }

    /** Returns this aggregate under another name. */
    public Aggregate<E, T> as(String name) {
        return new Aggregate<>(Checks.notBlank(name, "name"), relation, Nodes.of(this));
    }

    /** Returns the relation whose rows it is made of. */
    public Relation<E, ?> relation() {
        return relation;
    }

    /** Returns the value of no rows: zero of a number of rows, false of whether there is one, and else null. */
    public @Nullable Object ofNoRows() {
        return switch (Nodes.of(this).function().function()) {
            case COUNT -> 0L;
            case EXISTS -> false;
            case SUM, AVG, MIN, MAX -> null;
        };
    }

    /**
     * Compares to {@code operand} as {@code operator} says; a value that is null satisfies nothing. At least one row,
     * and none at all, are asked for as such, which the server answers without counting.
     */
    @Override
    public Condition<E> is(ComparisonOperator operator, T operand) {
        Aggregation value = Nodes.of(this);
        Checks.notNull(operator, "operator");
        Checks.notNull(operand, "operand");
        if (value.function().function() == AggregateFunction.COUNT && ((Number) operand).longValue() == 1L) {
            if (operator == ComparisonOperator.GREATER_OR_EQUAL) {
                return RelationConditions.exists(value.rows());
            }
            if (operator == ComparisonOperator.LESS) {
                return RelationConditions.<E>exists(value.rows()).not();
            }
        }
        return new Condition<>(new Predicate.Comparison(value, operator, new Parameter(value.type(), operand, label)));
    }

    @Override
    public SortOrder<E> asc() {
        return new SortOrder<>(Ordering.by(Nodes.of(this), Ordering.Direction.ASCENDING));
    }

    @Override
    public SortOrder<E> desc() {
        return new SortOrder<>(Ordering.by(Nodes.of(this), Ordering.Direction.DESCENDING));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aggregate<?, ?> aggregate
                && aggregate.label.equals(label)
                && aggregate.relation.equals(relation)
                && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + super.hashCode();
    }

    @Override
    public String toString() {
        return relation + "[" + label + "]";
    }
}
