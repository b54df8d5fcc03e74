package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value in a statement. Immutable; equal when its parts are. */
public sealed interface Expression {

    /** Calls the method of {@code visitor} for this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /**
     * A column of the table of the enclosing statement or sub-query.
     *
     * @param constant the value that every row has if no table has the column, otherwise null. Such a column is a part
     *     of a key: the name of a type
     */
    record ColumnReference(
            String name, SqlType<?> type, @Nullable String constant) implements Expression {

        public ColumnReference {
            Checks.notBlank(name, "name");
            Checks.notNull(type, "type");
        }

        /** Creates a column of a table. */
        public ColumnReference(String name, SqlType<?> type) {
            this(name, type, null);
        }

        /** Returns whether every row has the same value, which is written as a literal. */
        public boolean isConstant() {
            return constant != null;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /**
     * A value. It is always bound and never written into the text. A null is bound with its type.
     *
     * @param type the type that the value is sent as
     * @param value the value, or null
     * @param member the target of the value, for messages, such as a column; or null. Ignored by equals
     */
    record Parameter(
            SqlType<?> type,
            @Nullable Object value,
            @Nullable Object member) implements Expression {

        public Parameter {
            Checks.notNull(type, "type");
        }

        public Parameter(SqlType<?> type, @Nullable Object value) {
            this(type, value, null);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.parameter(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parameter parameter
                    && parameter.type.equals(type)
                    && Objects.equals(parameter.value, value);
        }

        @Override
        public int hashCode() {
            return 31 * type.hashCode() + Objects.hashCode(value);
        }

        @Override
        public String toString() {
            return "Parameter[" + type.name().name() + "]";
        }
    }

    /**
     * An aggregate over the rows that belong to the row of the enclosing statement.
     *
     * @param function the function
     * @param rows the rows; the function uses their columns
     */
    record Aggregation(Function function, Subquery rows) implements Expression {

        public Aggregation {
            Checks.notNull(function, "function");
            Checks.notNull(rows, "rows");
        }

        /** Returns the result type. */
        public SqlType<?> type() {
            return function.type();
        }

        /** Returns the value without rows: zero for a number of rows, false for a test of existence, otherwise null. */
        public @Nullable Object ofNoRows() {
            return switch (function.function()) {
                case COUNT -> 0L;
                case EXISTS -> false;
                case SUM, AVG, MIN, MAX -> null;
            };
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.aggregation(this);
        }
    }

    /**
     * An aggregate over the rows of a group.
     *
     * @param function the function
     * @param column the argument, or null for a function of rows
     * @param type the result type
     */
    record Function(AggregateFunction function, @Nullable ColumnReference column, SqlType<?> type)
            implements Expression {

        public Function {
            Checks.notNull(function, "function");
            Checks.notNull(type, "type");
            Checks.argument(function.isOfRows() == (column == null), "only a function of values takes a column");
            if (column != null && function.isExtreme()) {
                Abilities.require(ServerAbility.EXTREMES, column);
            }
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.function(this);
        }
    }
}
