package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name, unquoted
 * @param type its type
 * @param notNull whether it takes no null
 * @param whenOmitted what it gets when an insert leaves it out, or null for null
 * @param comment what it is for, or null
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
