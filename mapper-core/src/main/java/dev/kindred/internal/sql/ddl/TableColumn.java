package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name, unquoted
 * @param type the type
 * @param notNull whether the column is NOT NULL
 * @param whenOmitted the default, or null
 * @param comment the comment, or null
 */
public record TableColumn(
        String name,
        DataType type,
        boolean notNull,
        @Nullable ColumnDefault whenOmitted,
        @Nullable String comment) {

    public TableColumn {
        Checks.notBlank(name, "name");
        Checks.notNull(type, "type");
    }
}
