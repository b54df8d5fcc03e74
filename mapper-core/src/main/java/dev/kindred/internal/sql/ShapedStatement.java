package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of a statement, and the shape that determines the rest. Statements with equal shapes have the same text
 * and as many values, in the same order. The statement itself is created only if its text is not known yet.
 *
 * @param <S> the statement
 * @param shape the shape, or null if the text may differ in each call
 * @param values the values; each parameter of the statement is one of these instances, or the shape has no plan
 * @param source creates the statement with {@code values}
 */
public record ShapedStatement<S extends Statement>(@Nullable Object shape, List<Parameter> values, Supplier<S> source) {

    public ShapedStatement {
        Checks.notNull(source, "source");
    }

    /** Returns {@code statement} without a shape. */
    public static <S extends Statement> ShapedStatement<S> of(S statement) {
        return new ShapedStatement<>(null, List.of(), () -> statement);
    }

    /** Returns the statement. */
    public S statement() {
        return source.get();
    }
}
