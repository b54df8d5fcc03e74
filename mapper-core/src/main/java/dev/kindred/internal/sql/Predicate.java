package dev.kindred.internal.sql;

import dev.kindred.type.ComparisonOperator;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition in a statement. Immutable; equal when its parts are. */
public sealed interface Predicate {

    /** Calls the method of {@code visitor} that stands for this kind of predicate. */
    <R> R accept(PredicateVisitor<R> visitor);

    /** Returns the number of levels of conditions inside conditions, 1 for a plain one. */
    default int depth() {
        return 1;
    }

    /** Returns a predicate that holds when both do; a chain of them becomes one conjunction. */
    default Predicate and(Predicate other) {
        Operands operands = this instanceof Conjunction all ? Operands.of(all.operands()) : Operands.NONE.and(this);
        return new Conjunction(operands.and(other));
    }

    /** Returns a predicate that holds when one of the two does; a chain of them becomes one disjunction. */
    default Predicate or(Predicate other) {
        Operands operands = this instanceof Disjunction any ? Operands.of(any.operands()) : Operands.NONE.and(this);
        return new Disjunction(operands.and(other));
    }

    /** Two values compared. */
    record Comparison(Expression left, ComparisonOperator operator, Expression right) implements Predicate {

        public Comparison {
            Checks.notNull(left, "left");
            Abilities.require(Abilities.neededBy(Checks.notNull(operator, "operator")), left);
            Checks.notNull(right, "right");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** {@code IS NULL}. */
    record IsNull(Expression operand) implements Predicate {

        public IsNull {
            Checks.notNull(operand, "operand");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    /** A text that matches a pattern whose escape character is the backslash. */
    record Like(Expression operand, Parameter pattern, boolean ignoreCase) implements Predicate {

        public Like {
            Checks.notNull(operand, "operand");
            Checks.notNull(pattern, "pattern");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.like(this);
        }
    }

    /** A value that is one of the elements of an array: one parameter for any number of elements. */
    record AnyOf(Expression operand, Parameter array) implements Predicate {

        public AnyOf {
            Abilities.require(ServerAbility.EQUALITY, Checks.notNull(operand, "operand"));
            Checks.notNull(array, "array");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.anyOf(this);
        }
    }

    /** Several columns that, taken together, are one of the rows of as many arrays: one parameter for each column. */
    record RowAnyOf(List<ColumnReference> columns, List<Parameter> arrays) implements Predicate {

        public RowAnyOf {
            columns = List.copyOf(columns);
            arrays = List.copyOf(arrays);
            Checks.argument(
                    columns.size() == arrays.size() && columns.size() > 1, "as many arrays as columns, two at least");
            Abilities.require(ServerAbility.EQUALITY, columns);
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.rowAnyOf(this);
        }
    }

    /** Several columns compared to as many values as rows are: by the first pair that differs. */
    record RowComparison(List<ColumnReference> columns, ComparisonOperator operator, List<Parameter> values)
            implements Predicate {

        public RowComparison {
            columns = List.copyOf(columns);
            Abilities.require(Abilities.neededBy(Checks.notNull(operator, "operator")), columns);
            values = List.copyOf(values);
            Checks.argument(
                    columns.size() == values.size() && columns.size() > 1, "as many values as columns, two at least");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.rowComparison(this);
        }
    }

    /**
     * Columns that, taken together, are one of the rows of a query for as many columns.
     *
     * @param columns the columns of the enclosing statement
     * @param query the query
     * @param ignoresNulls whether rows with a null are left out of the result of the query, after its page and its distinct
     */
    record InSelect(List<ColumnReference> columns, Select query, boolean ignoresNulls) implements Predicate {

        public InSelect(List<ColumnReference> columns, Select query) {
            this(columns, query, false);
        }

        public InSelect {
            columns = List.copyOf(columns);
            Checks.notNull(query, "query");
            Checks.argument(
                    !columns.isEmpty() && columns.size() == query.columns().size(), "as many columns as the query has");
            Abilities.require(ServerAbility.EQUALITY, columns);
            Operands.around(query.depth());
        }

        @Override
        public int depth() {
            return query.depth() + 1;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.inSelect(this);
        }
    }

    /**
     * A condition that the user wrote; written in parentheses.
     *
     * @param text the condition
     * @param values a value for each name in it
     */
    record Raw(RawText text, Map<String, Parameter> values) implements Predicate {

        public Raw {
            Checks.notNull(text, "text");
            values = Map.copyOf(values);
            Checks.argument(values.keySet().equals(Set.copyOf(text.names())), "a value for each name");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.raw(this);
        }
    }

    /** There is a row of {@code rows} that belongs to the row of the enclosing statement. */
    record Related(Subquery rows) implements Predicate {

        public Related {
            Operands.around(Checks.notNull(rows, "rows").depth());
        }

        @Override
        public int depth() {
            return rows.depth() + 1;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.related(this);
        }
    }

    /** All of some predicates; of none, true. */
    record Conjunction(List<Predicate> operands) implements Predicate {

        public Conjunction {
            operands = Operands.of(operands);
            Operands.around(Operands.of(operands).depth());
        }

        @Override
        public int depth() {
            return Operands.of(operands).depth() + 1;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.conjunction(this);
        }
    }

    /** At least one of some predicates; of none, false. */
    record Disjunction(List<Predicate> operands) implements Predicate {

        public Disjunction {
            operands = Operands.of(operands);
            Operands.around(Operands.of(operands).depth());
        }

        @Override
        public int depth() {
            return Operands.of(operands).depth() + 1;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.disjunction(this);
        }
    }

    /** The opposite of a predicate. */
    record Negation(Predicate operand) implements Predicate {

        public Negation {
            Operands.around(Checks.notNull(operand, "operand").depth());
        }

        @Override
        public int depth() {
            return operand.depth() + 1;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.negation(this);
        }
    }
}
