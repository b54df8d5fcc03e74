package dev.kindred.internal.sql.ddl;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named constraint of a table. */
public sealed interface Constraint {

    /** Returns the name, unquoted. */
    String name();

    /** Returns the constrained columns of the table. */
    List<String> columns();

    /**
     * A primary key.
     *
     * @param name the name
     * @param columns the columns
     */
    record PrimaryKey(String name, List<String> columns) implements Constraint {

        public PrimaryKey {
            Checks.notBlank(name, "name");
            columns = Checks.noNulls(columns, "columns");
        }
    }

    /**
     * A unique key.
     *
     * @param name the name
     * @param columns the columns
     */
    record UniqueKey(String name, List<String> columns) implements Constraint {

        public UniqueKey {
            Checks.notBlank(name, "name");
            columns = Checks.noNulls(columns, "columns");
        }
    }

    /**
     * A foreign key.
     *
     * @param name the name
     * @param columns the referencing columns
     * @param target the referenced table
     * @param targetColumns the referenced columns, in the order of {@code columns}
     * @param onDelete the ON DELETE action, or null for the server's default
     */
    record ForeignKey(
            String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            @Nullable OnDelete onDelete)
            implements Constraint {

        public ForeignKey {
            Checks.notBlank(name, "name");
            columns = Checks.noNulls(columns, "columns");
            Checks.notNull(target, "target");
            targetColumns = Checks.noNulls(targetColumns, "targetColumns");
            Checks.argument(
                    columns.size() == targetColumns.size(),
                    "both sides of a foreign key must have the same number of columns");
        }
    }

    /**
     * A check constraint.
     *
     * @param name the name
     * @param column the column that declares it
     * @param sql the condition, an SQL expression used verbatim
     */
    record Check(String name, String column, String sql) implements Constraint {

        public Check {
            Checks.notBlank(name, "name");
            Checks.notBlank(column, "column");
            Checks.notBlank(sql, "sql");
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * A check that exactly one of some columns is not null.
     *
     * @param name the name
     * @param columns the columns
     */
    record ExactlyOne(String name, List<String> columns) implements Constraint {

        public ExactlyOne {
            Checks.notBlank(name, "name");
            columns = Checks.noNulls(columns, "columns");
        }
    }
}
