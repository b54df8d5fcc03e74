package dev.kindred.internal.render;

import dev.kindred.internal.sql.Expression.Parameter;
import java.util.List;

/**
 * A rendered statement.
 *
 * @param text the SQL, with a numbered placeholder for each value
 * @param parameters the values, in the order of their placeholders
 * @param callsUnknown whether a raw part of the statement calls a function that may change the session
 * @param tenancy whose rows the statement concerns
 */
public record RenderedSql(String text, List<Parameter> parameters, boolean callsUnknown, Tenancy tenancy) {

    public RenderedSql {
        parameters = List.copyOf(parameters);
    }

    /** Creates a statement that does not change the session. */
    public RenderedSql(String text, List<Parameter> parameters) {
        this(text, parameters, false, Tenancy.NONE);
    }

    /** Returns this statement with other parameters. */
    public RenderedSql with(List<Parameter> others) {
        return new RenderedSql(text, others, callsUnknown, tenancy);
    }

    /** Returns this statement as one of {@code other} rows. */
    public RenderedSql of(Tenancy other) {
        return new RenderedSql(text, parameters, callsUnknown, other);
    }

    /** Whose rows a statement concerns. */
    public enum Tenancy {
        /** Rows of no tenant, as far as the mapper knows. */
        NONE,
        /** Rows of the tenant of the operation, besides rows of no tenant. */
        TENANT,
        /** Perhaps any rows: raw SQL of the statement reads or writes tables without naming the tenant. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return text;
    }
}
