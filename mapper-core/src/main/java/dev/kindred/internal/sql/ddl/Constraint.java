package dev.kindred.internal.sql.ddl;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a table with a name. */
public sealed interface Constraint {

    /** Returns the name, unquoted. */
    String name();

    /** Returns the columns of the table that it is about. */
    List<String> columns();

    /**
     * The columns that tell rows apart.
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
     * Columns that no two rows have the same values in.
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
     * Columns that point at a row of a table.
     *
     * @param name the name
     * @param columns the columns
     * @param target the table that is pointed at
     * @param targetColumns its columns, in the order of {@code columns}
     * @param onDelete what happens when the row that is pointed at is deleted, or null for what the server does by itself
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
            Checks.argument(columns.size() == targetColumns.size(), "both sides of a foreign key have as many columns");
        }
    }

    /**
     * A condition that each row must meet.
     *
     * @param name the name
     * @param column the column that it was written on
     * @param sql the condition, an SQL expression that is taken as it is
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
}
