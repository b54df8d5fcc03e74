package dev.kindred.internal.render.postgres;

import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.TableName;
import dev.kindred.type.SqlType;
import dev.kindred.type.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text and the values of a statement under construction. Confined to one thread. */
final class SqlWriter {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean callsUnknown;
    private final boolean constants;
    private final TenantWriter tenants;

    SqlWriter() {
        this(false, false);
    }

    private SqlWriter(boolean constants, boolean acrossTenants) {
        this.constants = constants;
        this.tenants = new TenantWriter(this, acrossTenants);
    }

    /** Creates a writer of a statement that reads the rows of all tenants. */
    static SqlWriter acrossTenants() {
        return new SqlWriter(false, true);
    }

    /**
     * Creates a writer that writes values as literals, for parts of a statement where the server accepts no parameter.
     */
    static SqlWriter ofConstants() {
        return new SqlWriter(true, false);
    }

    SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    SqlWriter name(String name) {
        Identifiers.appendQuoted(text, name);
        return this;
    }

    /** Writes the name of a table that rows are read from or written to without a tenant. */
    SqlWriter table(TableName table) {
        if (table.tenant() != null) {
            throw new IllegalStateException("The statement does not name the tenant of " + table + ".");
        }
        return tableName(table);
    }

    /** Returns what adds the conditions of the tenant. */
    TenantWriter tenants() {
        return tenants;
    }

    /** Writes the name of a table in a statement on the schema, which concerns no rows or those of all tenants. */
    SqlWriter tableName(TableName table) {
        if (table.schema() != null) {
            name(table.schema()).append(".");
        }
        return name(table.name());
    }

    SqlWriter parameter(Parameter parameter) {
        parameters.add(parameter);
        return parameter(parameters.size());
    }

    private SqlWriter value(Parameter parameter, int number) {
        text.append(constants ? Literals.of(parameter) : "$" + number);
        return parameter.type().castOnWrite() ? cast(parameter.type().name()) : this;
    }

    /** Returns the number of values bound so far. */
    int parameters() {
        return parameters.size();
    }

    /** Writes the placeholder of an already bound value again. */
    SqlWriter parameter(int number) {
        return value(parameters.get(number - 1), number);
    }

    /** Writes a column qualified with {@code alias}. */
    SqlWriter qualified(String alias, String column) {
        return name(alias).append(".").name(column);
    }

    /** Writes a part of a key that is copied from the row with {@code alias}. */
    SqlWriter copied(String alias, ColumnReference key) {
        return key.isConstant() ? constant(key) : qualified(alias, key.name());
    }

    /** Writes a column qualified with {@code alias}, with the cast that the driver needs to read it. */
    SqlWriter selected(String alias, ColumnReference column) {
        return qualified(alias, column.name()).readable(column.type());
    }

    SqlWriter returning(List<ColumnReference> columns) {
        return columns.isEmpty() ? this : append(" RETURNING ").list(columns, ", ", this::selected);
    }

    /** Writes a column of a RETURNING list, with the cast that the driver needs to read it. */
    SqlWriter selected(ColumnReference column) {
        return name(column.name()).readable(column.type());
    }

    /** Casts the last written expression if the driver cannot read its type. */
    SqlWriter readable(SqlType<?> type) {
        @Nullable TypeName cast = type.castOnRead();
        return cast == null ? this : cast(cast);
    }

    /** Casts the last written expression. */
    SqlWriter cast(TypeName type) {
        append("::");
        typeName(type);
        return this;
    }

    SqlWriter typeName(TypeName type) {
        if (type.builtIn()) {
            append(type.name());
        } else {
            list(List.of(type.name().split("\\.", 2)), ".", this::name);
        }
        if (type.array()) {
            append("[]");
        }
        return this;
    }

    /** Writes the value of a column that no table has. It comes from the declaration of a relation. */
    SqlWriter constant(ColumnReference column) {
        return literal(Objects.requireNonNull(column.constant()));
    }

    /** Writes a text literal. Only statements that cannot bind values use it. */
    SqlWriter literal(String value) {
        text.append(Literals.quote(value));
        return this;
    }

    <T> SqlWriter list(Collection<T> items, String separator, Consumer<T> item) {
        boolean first = true;
        for (T each : items) {
            if (!first) {
                text.append(separator);
            }
            first = false;
            item.accept(each);
        }
        return this;
    }

    /** Records that raw SQL calls a function that may change the session. */
    void callsUnknown() {
        callsUnknown = true;
    }

    RenderedSql finish() {
        return new RenderedSql(text.toString(), parameters, callsUnknown, tenants.finish());
    }
}
