package dev.kindred.sql.ddl;

import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * An index that speeds reads up and forbids nothing.
 *
 * @param name the name, unquoted
 * @param columns the columns
 */
public record Index(String name, List<String> columns) {

    public Index {
        Checks.notBlank(name, "name");
        columns = Checks.noNulls(columns, "columns");
    }
}
