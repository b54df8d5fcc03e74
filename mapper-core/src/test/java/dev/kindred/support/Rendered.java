package dev.kindred.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.StatementPlans;
import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text and the bound values of a statement, for comparison. */
public record Rendered(String text, List<@Nullable Object> values) {

    private static final Renderer RENDERER = new PostgresRenderer();
    private static final StatementPlans PLANS = new StatementPlans(RENDERER, 10_000);

    /** Renders a statement. */
    public static Rendered of(Statement statement) {
        return of(RENDERER.render(statement));
    }

    private static Rendered of(RenderedSql sql) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : sql.parameters()) {
            values.add(parameter.value());
        }
        return new Rendered(sql.text(), values);
    }

    /** Renders a statement by its plan, after others of the same shape, and asserts that the plan is right. */
    public static Rendered of(ShapedStatement<?> statement) {
        RenderedSql first = PLANS.render(statement);
        RenderedSql again = PLANS.render(statement);
        RenderedSql alone = RENDERER.render(statement.statement());
        assertThat(List.of(first, again)).containsOnly(alone);
        return of(alone);
    }

    /** Renders the statement that reads the rows of a query. */
    public static Rendered of(SelectQuery<?> query) {
        return of(query.toSelect());
    }

    /** Renders a condition alone. */
    public static Rendered of(Condition<?> condition) {
        return of(Nodes.of(condition));
    }

    /** Renders a predicate alone. */
    public static Rendered of(Predicate predicate) {
        String around = "SELECT \"id\" FROM \"users\" WHERE ";
        Rendered whole = of(new Select(
                Nodes.of(User_.MODEL).table(),
                List.of(Columns.reference(User_.ID)),
                predicate,
                List.of(),
                Select.Page.ALL));
        assertThat(whole.text()).startsWith(around);
        return new Rendered(whole.text().substring(around.length()), whole.values());
    }

    /** Asserts the whole text and all values. */
    public void is(String expectedText, @Nullable Object... expectedValues) {
        assertThat(text).isEqualTo(expectedText);
        assertThat(values).containsExactly(expectedValues);
    }
}
