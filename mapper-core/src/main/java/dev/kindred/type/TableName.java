package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param schema the schema, or null to leave it to the server's {@code search_path}
 * @param name the name, unquoted
 */
public record TableName(@Nullable String schema, String name) {

    public TableName {
        Checks.notBlank(name, "name");
    }

    /** Returns the table {@code name} of whichever schema comes first on the server's {@code search_path}. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
