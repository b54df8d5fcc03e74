package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.SqlTypes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A raw statement or condition of the user. Immutable; equal if its parts are equal.
 *
 * @param text the text
 * @param values the values by name; {@link #complete()} checks that each name has one
 */
public record RawStatement(RawText text, Map<String, Parameter> values) implements Statement {

    /** The name of the tenant of the operation. */
    public static final String TENANT = "tenant";

    public RawStatement {
        Checks.notNull(text, "text");
        values = BoundValues.of(text.names(), values);
    }

    /** Returns the statement of {@code sql} without values. */
    public static RawStatement of(String sql) {
        return new RawStatement(RawText.of(sql), Map.of());
    }

    /** Returns a copy with one more value. */
    public RawStatement with(String name, Parameter value) {
        BoundValues bound = BoundValues.of(text.names(), values);
        if (!bound.knows(name)) {
            throw new IllegalArgumentException("The SQL has no :" + name + "; its names are " + text.names()
                    + ". A colon inside a text or a comment starts no name.");
        }
        if (bound.containsKey(name)) {
            throw new IllegalArgumentException("The SQL already has a value for :" + name + ". Bind each name once.");
        }
        return new RawStatement(text, bound.with(name, value));
    }

    /** Returns this statement with the tenant of the operation as the value of {@code :tenant}, if that has none. */
    public RawStatement withTenant() {
        boolean isNamed = text.names().contains(TENANT) && !values.containsKey(TENANT);
        return isNamed ? with(TENANT, new Parameter(SqlTypes.LONG, CurrentTenant.ANY, ":" + TENANT)) : this;
    }

    /**
     * Returns this statement.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    public RawStatement complete() {
        Set<String> missing = new TreeSet<>(text.names());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The SQL has no value for " + missing
                    + ". Give each name one with bind(name, value), or bindNull(name, type).");
        }
        return this;
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.raw(this);
    }
}
