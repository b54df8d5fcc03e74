package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import java.util.Map;
import java.util.Set;

/**
 * A statement that the user wrote.
 *
 * @param text the statement
 * @param values a value for each name in it
 */
public record RawStatement(RawText text, Map<String, Parameter> values) implements Statement {

    public RawStatement {
        Checks.notNull(text, "text");
        values = Map.copyOf(values);
        Checks.argument(values.keySet().equals(Set.copyOf(text.names())), "a value for each name");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.raw(this);
    }
}
