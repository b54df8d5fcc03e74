package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table.
 *
 * @param schema the schema, or null to use the server's {@code search_path}
 * @param name the name, unquoted
 */
public record TableName(@Nullable String schema, String name) {

    public TableName {
        Checks.notBlank(name, "name");
    }

    /** Returns the name of a table without a schema; the server's {@code search_path} applies. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
