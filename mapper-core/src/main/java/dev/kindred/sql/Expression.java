package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A value in a statement. Immutable; equal when its parts are. */
public sealed interface Expression {

    /** Calls the method of {@code visitor} that stands for this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** A column of the table of the enclosing statement. */
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

    /** A value, which is always bound and never written into the text. A null is bound with its type. */
    record Parameter(SqlType<?> type, @Nullable Object value) implements Expression {

        public Parameter {
            Checks.notNull(type, "type");
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.parameter(this);
        }

        @Override
        public String toString() {
            return "Parameter[" + type.name().name() + "]";
        }
    }
}
