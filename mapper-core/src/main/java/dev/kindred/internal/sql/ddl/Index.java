package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not part of a constraint.
 *
 * @param name the name, unquoted
 * @param columns the columns
 * @param uniqueWhileNull the column that is null in the rows of a unique index; or null for an index of all rows that forbids nothing
 */
public record Index(
        String name, List<String> columns, @Nullable String uniqueWhileNull) {

    public Index {
        Checks.notBlank(name, "name");
        columns = Checks.noNulls(columns, "columns");
    }

    /** Makes an index that speeds reads up and forbids nothing. */
    public Index(String name, List<String> columns) {
        this(name, columns, null);
    }
}
