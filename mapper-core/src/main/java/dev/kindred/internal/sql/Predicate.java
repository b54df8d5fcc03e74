package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.type.ComparisonOperator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition in a statement. Immutable; equal when its parts are. */
public sealed interface Predicate
        permits Predicate.Comparison,
                Predicate.IsNull,
                Predicate.Like,
                Predicate.AnyOf,
                Predicate.RowAnyOf,
                Predicate.RowComparison,
                Predicate.InSelect,
                Predicate.Raw,
                Predicate.Related,
                Predicate.Conjunction,
                Predicate.Disjunction,
                Predicate.Negation,
                Reached,
                OfPivot {

    /** Calls the method of {@code visitor} for this kind of predicate. */
    <R> R accept(PredicateVisitor<R> visitor);

    /** Returns the nesting depth; 1 for a simple condition. */
    default int depth() {
        return 1;
    }

    /** Returns whether the condition concerns the pivot by which the row was reached. */
    default boolean concernsPivot() {
        return false;
    }

    /** Returns the conjunction of both. A chain becomes one conjunction. */
    default Predicate and(Predicate other) {
        Operands operands = this instanceof Conjunction all ? Operands.of(all.operands()) : Operands.NONE.and(this);
        return new Conjunction(operands.and(other));
    }

    /** Returns the disjunction of both. A chain becomes one disjunction. */
    default Predicate or(Predicate other) {
        Operands operands = this instanceof Disjunction any ? Operands.of(any.operands()) : Operands.NONE.and(this);
        return new Disjunction(operands.and(other));
    }

    /** A comparison of two values. */
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

    /** A LIKE or ILIKE match. The escape character is the backslash. */
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

    /** {@code = ANY(array)}: one parameter for any number of elements. */
    record AnyOf(Expression operand, Parameter array) implements Predicate {

        /** A longer array is written as a sub-query. */
        public static final int MOST_IN_ARRAY = 10_000;

        public AnyOf {
            Abilities.require(ServerAbility.EQUALITY, Checks.notNull(operand, "operand"));
            Checks.notNull(array, "array");
        }

        /** Returns whether {@code array} has so many elements that the statement has another text. */
        public static boolean isLong(Parameter array) {
            return array.value() instanceof Collection<?> elements && elements.size() > MOST_IN_ARRAY;
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.anyOf(this);
        }
    }

    /** A tuple of columns that matches a row of parallel arrays: one parameter for each column. */
    record RowAnyOf(List<ColumnReference> columns, List<Parameter> arrays) implements Predicate {

        public RowAnyOf {
            columns = List.copyOf(columns);
            arrays = List.copyOf(arrays);
            Checks.argument(
                    columns.size() == arrays.size() && columns.size() > 1,
                    "needs at least two columns and one array for each");
            Abilities.require(ServerAbility.EQUALITY, columns);
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.rowAnyOf(this);
        }
    }

    /** A row comparison: a tuple of columns with a tuple of values; the first different pair decides. */
    record RowComparison(List<ColumnReference> columns, ComparisonOperator operator, List<Parameter> values)
            implements Predicate {

        public RowComparison {
            columns = List.copyOf(columns);
            Abilities.require(Abilities.neededBy(Checks.notNull(operator, "operator")), columns);
            values = List.copyOf(values);
            Checks.argument(
                    columns.size() == values.size() && columns.size() > 1,
                    "needs at least two columns and one value for each");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.rowComparison(this);
        }
    }

    /**
     * {@code (columns) IN (query)}.
     *
     * @param columns the columns of the enclosing statement
     * @param query the query, with as many columns
     * @param ignoresNulls whether result rows with a null are removed, after the query's page and distinct are applied
     */
    record InSelect(List<ColumnReference> columns, Select query, boolean ignoresNulls) implements Predicate {

        public InSelect(List<ColumnReference> columns, Select query) {
            this(columns, query, false);
        }

        public InSelect {
            columns = List.copyOf(columns);
            Checks.notNull(query, "query");
            Checks.argument(
                    !columns.isEmpty() && columns.size() == query.columns().size(),
                    "needs as many columns as the query has");
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
     * A raw condition of the user, written in parentheses.
     *
     * @param text the condition
     * @param values a value for each name in it
     */
    record Raw(RawText text, Map<String, Parameter> values) implements Predicate {

        public Raw {
            Checks.notNull(text, "text");
            values = Map.copyOf(values);
            Checks.argument(values.keySet().equals(Set.copyOf(text.names())), "needs a value for each name");
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.raw(this);
        }
    }

    /** {@code EXISTS}: {@code rows} has a row that belongs to the row of the enclosing statement. */
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

    /** All operands hold. True without operands. */
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
        public boolean concernsPivot() {
            return operands.stream().anyMatch(Predicate::concernsPivot);
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.conjunction(this);
        }
    }

    /** At least one operand holds. False without operands. */
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
        public boolean concernsPivot() {
            return operands.stream().anyMatch(Predicate::concernsPivot);
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.disjunction(this);
        }
    }

    /** The operand does not hold. */
    record Negation(Predicate operand) implements Predicate {

        public Negation {
            Operands.around(Checks.notNull(operand, "operand").depth());
        }

        @Override
        public int depth() {
            return operand.depth() + 1;
        }

        @Override
        public boolean concernsPivot() {
            return operand.concernsPivot();
        }

        @Override
        public <R> R accept(PredicateVisitor<R> visitor) {
            return visitor.negation(this);
        }
    }
}
