package dev.kindred.internal.render;

import dev.kindred.internal.sql.Expression.Parameter;
import java.util.List;

/**
 * A rendered statement.
 *
 * @param text the SQL, with a numbered placeholder for each value
 * @param parameters the values, in the order of their placeholders
 * @param callsUnknown whether a raw part of the statement calls a function that may change the session
 */
public record RenderedSql(String text, List<Parameter> parameters, boolean callsUnknown) {

    public RenderedSql {
        parameters = List.copyOf(parameters);
    }

    /** Creates a statement that does not change the session. */
    public RenderedSql(String text, List<Parameter> parameters) {
        this(text, parameters, false);
    }

    @Override
    public String toString() {
        return text;
    }
}
