package dev.kindred.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Predicate.AnyOf;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatementPlansTests {

    private static final TableName TABLE = new TableName(null, "notes");

    private final StatementPlans plans = new StatementPlans(new PostgresRenderer(), 3);
    private final AtomicInteger created = new AtomicInteger();

    private static Parameter text(String value) {
        return new Parameter(SqlTypes.STRING, value);
    }

    private ShapedStatement<Insert> insert(Object shape, List<Parameter> values, List<Parameter> inStatement) {
        return new ShapedStatement<>(shape, values, () -> {
            created.incrementAndGet();
            List<SetColumn> set = new ArrayList<>();
            for (Parameter value : inStatement) {
                set.add(new SetColumn(new ColumnReference("c" + set.size(), SqlTypes.STRING), value));
            }
            return new Insert(TABLE, set, List.of());
        });
    }

    private ShapedStatement<Insert> insert(Object shape, String... values) {
        List<Parameter> all =
                List.of(values).stream().map(StatementPlansTests::text).toList();
        return insert(shape, all, all);
    }

    @Test
    void aStatementIsCreatedOnceForEachShape() {
        RenderedSql first = plans.render(insert("two", "a", "b"));
        RenderedSql second = plans.render(insert("two", "c", "d"));
        plans.render(insert("one", "e"));

        assertThat(created).hasValue(2);
        assertThat(second.text())
                .isEqualTo(first.text())
                .isEqualTo("INSERT INTO \"notes\" (\"c0\", \"c1\") VALUES ($1, $2)");
        assertThat(first.parameters()).containsExactly(text("a"), text("b"));
        assertThat(second.parameters()).containsExactly(text("c"), text("d"));
    }

    @Test
    void theParametersHaveTheOrderOfTheTextAndNotOfTheValues() {
        Parameter a = text("a");
        Parameter b = text("b");
        plans.render(insert("turned", List.of(a, b), List.of(b, a, b)));

        RenderedSql second = plans.render(insert("turned", List.of(text("c"), text("d")), List.of()));

        assertThat(second.parameters()).containsExactly(text("d"), text("c"), text("d"));
        assertThat(created).hasValue(1);
    }

    @Test
    void equalValuesAreDifferentParameters() {
        plans.render(insert("two", "same", "same"));

        assertThat(plans.render(insert("two", "a", "b")).parameters()).containsExactly(text("a"), text("b"));
    }

    @Test
    void aParameterThatIsNoneOfTheValuesPreventsAPlan() {
        Parameter given = text("a");
        plans.render(insert("hidden", List.of(given), List.of(given, text("hidden"))));
        Parameter other = text("b");

        RenderedSql second = plans.render(insert("hidden", List.of(other), List.of(other, text("other"))));

        assertThat(second.parameters()).containsExactly(text("b"), text("other"));
        assertThat(created).hasValue(2);
        assertThat(plans.size()).isZero();
    }

    @Test
    void aStatementWithoutAShapeHasNoPlan() {
        ShapedStatement<Insert> alone = ShapedStatement.of(insert("any", "a").statement());

        assertThat(plans.render(alone)).isEqualTo(plans.render(alone));
        assertThat(plans.size()).isZero();
    }

    /** A long array is a sub-query, so equal shapes can have two texts. */
    @Test
    void aLongArrayHasATextOfItsOwn() {
        RenderedSql few = plans.render(delete(2));
        RenderedSql many = plans.render(delete(AnyOf.MOST_IN_ARRAY + 1));
        RenderedSql fewAgain = plans.render(delete(AnyOf.MOST_IN_ARRAY));

        assertThat(few.text()).endsWith("= ANY($1)");
        assertThat(many.text()).endsWith("IN (SELECT unnest($1))");
        assertThat(fewAgain.text()).isEqualTo(few.text());
        assertThat(created).hasValue(2);
        assertThat(new StatementPlans(new PostgresRenderer(), 3)
                        .render(delete(AnyOf.MOST_IN_ARRAY + 1))
                        .text())
                .isEqualTo(many.text());
    }

    private ShapedStatement<Delete> delete(int keys) {
        Parameter array = new Parameter(SqlTypes.list(SqlTypes.LONG), Collections.nCopies(keys, 1L));
        return new ShapedStatement<>("delete", List.of(array), () -> {
            created.incrementAndGet();
            return new Delete(TABLE, new AnyOf(new ColumnReference("id", SqlTypes.LONG), array));
        });
    }

    @Test
    void theNumberOfPlansIsBounded() {
        for (int i = 0; i < 100; i++) {
            plans.render(insert(i, "a"));
            assertThat(plans.size()).isBetween(1, 3);
        }
    }
}
