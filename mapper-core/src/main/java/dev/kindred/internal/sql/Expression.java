package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value in a statement. Immutable; equal when its parts are. */
public sealed interface Expression {

    /** Calls the method of {@code visitor} that stands for this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** A column of the table of the statement or sub-query that it stands in. */
    record ColumnReference(String name, SqlType<?> type) implements Expression {

        public ColumnReference {
            Checks.notBlank(name, "name");
            Checks.notNull(type, "type");
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /**
     * A value, which is always bound and never written into the text. A null is bound with its type.
     *
     * @param type how the value is sent
     * @param value the value, or null
     * @param member what it is for, whose text messages show, such as a column; or null. It does not count when two are compared
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
     * One value made of the rows that belong to the row of the enclosing statement.
     *
     * @param function what is made of them
     * @param rows the rows, whose columns those of the function are
     */
    record Aggregation(Function function, Subquery rows) implements Expression {

        public Aggregation {
            Checks.notNull(function, "function");
            Checks.notNull(rows, "rows");
        }

        /** Returns the type of the result. */
        public SqlType<?> type() {
            return function.type();
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.aggregation(this);
        }
    }

    /**
     * One value made of the rows of a group.
     *
     * @param function what is made of them
     * @param column the column whose values it is made of, or null for a function of rows
     * @param type the type of the result
     */
    record Function(AggregateFunction function, @Nullable ColumnReference column, SqlType<?> type)
            implements Expression {

        public Function {
            Checks.notNull(function, "function");
            Checks.notNull(type, "type");
            Checks.argument(
                    function.isOfRows() == (column == null), "a function of values has a column, one of rows has none");
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
