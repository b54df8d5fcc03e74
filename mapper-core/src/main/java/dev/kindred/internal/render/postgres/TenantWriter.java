package dev.kindred.internal.render.postgres;

import dev.kindred.error.TenantException;
import dev.kindred.internal.render.RenderedSql.Tenancy;
import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the references to tables, with the condition on the tenant for each. The tables of a statement are written
 * here only, so that no statement can lack a condition:
 * <ul>
 * <li>A table that is read is a sub-query of the rows of the tenant. The server merges it into the statement.
 * <li>A table that is changed owes a condition, and one that is inserted into owes a column and a value.
 * {@link #finish} throws if one is missing.
 * </ul>
 * Confined to one thread.
 */
final class TenantWriter {

    private final SqlWriter sql;
    private final boolean across;
    private boolean used;
    private boolean unknown;
    private int references;
    private int owed;
    private int number;
    private @Nullable ColumnReference type;

    /** Writes to {@code sql}, {@code across} tenants or for the tenant of the operation. */
    TenantWriter(SqlWriter sql, boolean across) {
        this.sql = sql;
        this.across = across;
    }

    /** Writes a table whose rows are read, without an alias if its rows belong to no tenant. */
    SqlWriter read(TableName table) {
        return read(table, null);
    }

    /** Writes a table whose rows are read. */
    SqlWriter read(TableName table, @Nullable String alias) {
        @Nullable ColumnReference tenant = table.tenant();
        if (tenant == null || across) {
            requireOne(table);
            sql.tableName(table);
            return alias == null ? sql : sql.append(" AS ").name(alias);
        }
        sql.append("(SELECT * FROM ").tableName(table).append(" WHERE ").name(tenant.name());
        value(sql.append(" = "), tenant);
        return sql.append(") AS ").name(alias == null ? table.name() : alias);
    }

    /** Equal keys of two tenants are different rows, so rows of several tables cannot be matched across tenants. */
    private void requireOne(TableName table) {
        if (table.tenant() != null && ++references > 1) {
            throw new TenantException("The statement reads several tables with @TenantId across tenants. Keys of"
                    + " different tenants may be equal. Read one table, or use one tenant.");
        }
    }

    /** Writes a table whose rows are changed. {@link #changes} writes the condition. */
    SqlWriter changed(TableName table) {
        requireTenant(table);
        owed += table.tenant() == null ? 0 : 1;
        return sql.tableName(table);
    }

    /**
     * Writes the condition on the rows of a changed {@code table}, between {@code before} and {@code after}.
     *
     * @param alias the alias of the table, or null
     */
    SqlWriter changes(TableName table, @Nullable String alias, String before, String after) {
        @Nullable ColumnReference tenant = table.tenant();
        if (tenant == null) {
            return sql;
        }
        owed--;
        sql.append(before);
        if (alias != null) {
            sql.name(alias).append(".");
        }
        sql.name(tenant.name()).append(" = ");
        return value(sql, tenant).append(after);
    }

    /** Writes a table that rows are inserted into. {@link #column} and {@link #inserted} write the tenant. */
    SqlWriter into(TableName table) {
        requireTenant(table);
        owed += table.tenant() == null ? 0 : 2;
        return sql.tableName(table);
    }

    /** Writes the name of the tenant's column and {@code after}, unless it is one of the {@code written} columns. */
    SqlWriter column(TableName table, List<ColumnReference> written, String after) {
        @Nullable ColumnReference tenant = table.tenant();
        if (tenant == null) {
            return sql;
        }
        owed--;
        return isIn(tenant, written) ? sql : sql.name(tenant.name()).append(after);
    }

    /** Writes the tenant and {@code after}, unless its column is one of the {@code written} columns. */
    SqlWriter inserted(TableName table, List<ColumnReference> written, String after) {
        @Nullable ColumnReference tenant = table.tenant();
        if (tenant == null) {
            return sql;
        }
        owed--;
        return isIn(tenant, written) ? sql : value(sql, tenant).append(after);
    }

    /** Writes the name of the tenant's column before the columns of a conflict target. */
    void conflict(TableName table, List<ColumnReference> target) {
        @Nullable ColumnReference tenant = table.tenant();
        if (tenant != null && !isIn(tenant, target)) {
            sql.name(tenant.name()).append(", ");
        }
    }

    private static boolean isIn(ColumnReference tenant, List<ColumnReference> written) {
        return written.stream().anyMatch(column -> column.name().equals(tenant.name()));
    }

    private void requireTenant(TableName table) {
        if (table.tenant() == null) {
            return;
        }
        used = true;
        if (across) {
            throw new TenantException(
                    "The statement writes " + table + ", whose rows belong to tenants, across tenants."
                            + " Put one tenant into the Context with Tenant.of(..).");
        }
    }

    /** The statement has one parameter for the tenant, because all its tables belong to the same one. */
    private SqlWriter value(SqlWriter writer, ColumnReference tenant) {
        used = true;
        if (type == null) {
            writer.parameter(new Parameter(tenant.type(), CurrentTenant.ANY, tenant.name()));
            number = writer.parameters();
            type = tenant;
            return writer;
        }
        if (!type.type().equals(tenant.type())) {
            throw new TenantException("The columns " + type.name() + " and " + tenant.name() + " of one statement hold"
                    + " tenants of different types. Use one type for all @TenantId members.");
        }
        return writer.parameter(number);
    }

    /** Records that raw SQL names the tenant. */
    void namedByRaw() {
        used = true;
    }

    /** Records that raw SQL may read or write any table and does not name the tenant. */
    void unnamedByRaw() {
        unknown = true;
    }

    /** Returns whose rows the statement concerns. Throws if a table has no condition on the tenant. */
    Tenancy finish() {
        if (owed != 0) {
            throw new IllegalStateException("The statement has no condition on the tenant for each of its tables.");
        }
        return unknown ? Tenancy.UNKNOWN : used ? Tenancy.TENANT : Tenancy.NONE;
    }
}
