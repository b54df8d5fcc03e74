package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;

/** The value of a column that an insert omits. */
public sealed interface ColumnDefault {

    /** An identity: the next value of a sequence that the column owns. */
    record Identity() implements ColumnDefault {}

    /**
     * An expression.
     *
     * @param sql the expression, used verbatim
     */
    record Expression(String sql) implements ColumnDefault {

        public Expression {
            Checks.notBlank(sql, "sql");
        }
    }
}
