package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;

/** What the database puts into a column that an insert leaves out. */
public sealed interface ColumnDefault {

    /** The next number of a sequence that belongs to the column. */
    record Identity() implements ColumnDefault {}

    /**
     * The value of an expression.
     *
     * @param sql the expression, taken as it is
     */
    record Expression(String sql) implements ColumnDefault {

        public Expression {
            Checks.notBlank(sql, "sql");
        }
    }
}
