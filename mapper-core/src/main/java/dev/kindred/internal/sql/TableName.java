package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, and the column that holds the tenant of a row. Two are equal if their names are equal.
 *
 * @param schema the schema, or null to use the server's {@code search_path}
 * @param name the name, unquoted
 * @param tenant the column of the tenant, or null if the rows belong to no tenant. Each statement on the table then has
 *     the condition that the column equals the current tenant
 */
public record TableName(
        @Nullable String schema, String name, @Nullable ColumnReference tenant) {

    public TableName {
        Checks.notBlank(name, "name");
    }

    /** Creates the name of a table whose rows belong to no tenant. */
    public TableName(@Nullable String schema, String name) {
        this(schema, name, null);
    }

    /** Returns the name of the same table, whose rows belong to the tenant in {@code column}. */
    public TableName ofTenant(@Nullable ColumnReference column) {
        return column == null ? this : new TableName(schema, name, column);
    }

    /** Returns the name of a table without a schema; the server's {@code search_path} applies. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableName table && table.name.equals(name) && Objects.equals(table.schema, schema);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(schema) + name.hashCode();
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
