package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not belong to a constraint.
 *
 * @param name the name, unquoted
 * @param columns the columns
 * @param uniqueWhileNull the column of a partial unique index whose condition is {@code column IS NULL}; or null for a
 * plain index on all rows
 */
public record Index(
        String name, List<String> columns, @Nullable String uniqueWhileNull) {

    public Index {
        Checks.notBlank(name, "name");
        columns = Checks.noNulls(columns, "columns");
    }

    /** Creates a plain index. */
    public Index(String name, List<String> columns) {
        this(name, columns, null);
    }
}
