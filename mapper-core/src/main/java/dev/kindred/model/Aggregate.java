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
 * An aggregate of the related rows of a relation, for example their number or the sum of a column. The methods of
 * {@link Relation} create it. It can be used in conditions and orders. Immutable and thread-safe; two are equal if
 * their labels, relations, functions, columns and conditions are equal.
 *
 * @param <E> the entity that declares the relation
 * @param <T> the type of the value, nullable if the value without rows is null
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

    /** Returns the label by which the value can be read; by default of the form {@code profileCount}. */
    public String label() {
        return label;
    }

    /** Returns this aggregate with another label. */
    public Aggregate<E, T> as(String name) {
        return new Aggregate<>(Checks.notBlank(name, "name"), relation, Nodes.of(this));
    }

    /** Returns the relation. */
    public Relation<E, ?> relation() {
        return relation;
    }

    /**
     * Returns the condition that compares the value to {@code operand}. A value that is null satisfies no comparison.
     * {@code count >= 1} becomes EXISTS, and {@code count < 1} NOT EXISTS, so that the server does not count.
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
