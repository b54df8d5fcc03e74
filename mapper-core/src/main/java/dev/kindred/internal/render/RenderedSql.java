package dev.kindred.internal.render;

import dev.kindred.sql.Expression.Parameter;
import java.util.List;

/**
 * A statement as it is sent.
 *
 * @param text the SQL, with a numbered placeholder for each value
 * @param parameters the values, in the order of their placeholders
 */
public record RenderedSql(String text, List<Parameter> parameters) {

    public RenderedSql {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return text;
    }
}
