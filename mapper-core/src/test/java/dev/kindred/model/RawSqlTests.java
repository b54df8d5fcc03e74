package dev.kindred.model;

import static dev.kindred.model.RawSql.unsafeSql;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSqlTests {

    private static RenderedSql rendered(RawSql sql) {
        return new PostgresRenderer().render(Nodes.of(sql).complete());
    }

    @Test
    void namesBecomePlaceholdersTheSameOneWhereverANameStands() {
        RenderedSql sql = rendered(unsafeSql("select :a, :b, :a from t where x = :b_2")
                .bind("a", 1L)
                .bind("b", "x")
                .bindNull("b_2", int.class));

        assertThat(sql.text()).isEqualTo("select $1, $2, $1 from t where x = $3");
        assertThat(sql.parameters())
                .containsExactly(
                        new Parameter(SqlTypes.LONG, 1L),
                        new Parameter(SqlTypes.STRING, "x"),
                        new Parameter(SqlTypes.INTEGER, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ':x', 'it''s :x', '\\', ':y'",
                "select e'\\':x', E'a\\\\', U&'\\0061:x', b'01', x'ff:x'",
                "select e'a\\''\n  'b\\':x'",
                "select \"a:x\", \"a\"\":x\", u&\"a:x\"",
                "select $$ :x ' \" -- /* $$, $a$ $$ :x $b$ $a$, $ä_1$ :x $ä_1$",
                "select 1 -- :x ' \" $$ (\n, 2 /* :x ' /* nested :x */ \" $$ ( */, 3",
                "select 1::int, '1'::text::int, a[1:2], f(x := 1), b -> 'x' ? 'k', b ?| '{a}', b ?& '{a}', b @> '{}'",
                "select foo$1, a$$b from ä$x$ where e = 1 and te'x:y'",
                "select a - -1, a / 2, a --1\n"
            })
    void quotesCommentsCastsAndOperatorsAreLeftAlone(String text) {
        assertThat(Nodes.of(unsafeSql(text)).text().names()).isEmpty();
        assertThat(rendered(unsafeSql(text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select :x::text",
                "select 'a':x",
                "select $$a$$:x",
                "select '\\':x",
                "select /* ' */:x",
                "select -- '\n:x",
                "select e'\\\\':x",
                "select a[:x]",
                "select (:x)",
                "select a=:x-1",
                "select a@>:x",
                "select 1::int=:x",
                "select ee'\\':x"
            })
    void aNameStandsWhereverAValueMay(String text) {
        assertThat(Nodes.of(unsafeSql(text)).text().names()).containsExactly("x");
        assertThat(rendered(unsafeSql(text).bind("x", 1)).text()).isEqualTo(text.replace(":x", "$1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1;",
                "select 'a",
                "select \"a",
                "select e'a\\'",
                "select $$a",
                "select $a$ $b$",
                "select /* /* */",
                "select (1",
                "select 1)",
                "a = 1) or (true",
                "select $1",
                "select :a$$x$$",
                "select :a'x'",
                "select 1\0"
            })
    void whatHasNoEndOrIsMoreThanOneStatementIsRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> unsafeSql(text)).withMessageContaining("The SQL ");
    }

    @Test
    void blankTextIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> unsafeSql(" "));
    }

    @Test
    void namesAndValuesMustMatch() {
        RawSql sql = unsafeSql("a = :a and b = :b and c = ':c'").bind("a", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql.bind("c", 1))
                .withMessageContaining("no :c")
                .withMessageContaining("[a, b]");
        assertThatIllegalArgumentException().isThrownBy(() -> sql.bind("A", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> sql.bind("a", 2)).withMessageContaining("already");
        assertThatIllegalArgumentException().isThrownBy(sql::condition).withMessageContaining("[b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nodes.of(sql).complete())
                .withMessageContaining("[b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sql.bind("b", List.of(1)))
                .withMessageContaining("SqlTypes.list");
        assertThat(Nodes.of(sql.bind("b", SqlTypes.list(SqlTypes.INTEGER), List.of(1)))
                        .complete())
                .isNotNull();
    }

    @Test
    void tensOfThousandsOfValuesAreComposed() {
        int values = 65_535;
        RawSql sql =
                unsafeSql(IntStream.range(0, values).mapToObj(i -> ":v" + i).collect(joining(", ", "select ", "")));
        for (int i = values - 1; i >= 0; i--) {
            sql = sql.bind("v" + i, i);
        }

        assertThat(rendered(sql).parameters())
                .containsExactlyElementsOf(IntStream.range(0, values)
                        .mapToObj(i -> new Parameter(SqlTypes.INTEGER, i))
                        .toList());
    }

    @Test
    void twoStatementsMadeOfOneKeepTheirOwnValues() {
        RawSql one = unsafeSql("select :a, :b").bind("a", 1);
        RawSql first = one.bind("b", 2);
        RawSql second = one.bind("b", 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nodes.of(one).complete())
                .withMessageContaining("[b]");
        assertThat(rendered(first).parameters())
                .containsExactly(new Parameter(SqlTypes.INTEGER, 1), new Parameter(SqlTypes.INTEGER, 2));
        assertThat(rendered(second).parameters())
                .containsExactly(new Parameter(SqlTypes.INTEGER, 1), new Parameter(SqlTypes.INTEGER, 3));
    }

    @Test
    void valuesAreNotShown() {
        assertThat(unsafeSql("a = :a").bind("a", "secret").toString()).isEqualTo("RawSql[a]");
        assertThat(unsafeSql("a = :a").bind("a", "secret").condition().toString())
                .doesNotContain("secret");
    }

    @Test
    void aCommentAtTheEndDoesNotSwallowWhatFollows() {
        assertThat(Nodes.of(unsafeSql("a = 1 -- really")).text().parts()).containsExactly("a = 1 -- really\n");
    }

    @Test
    void theFirstWordStandsBehindComments() {
        assertThat(Nodes.of(unsafeSql(" /* a /* b */ */ -- c\n BEGIN")).text().firstWord())
                .isEqualTo("begin");
        assertThat(Nodes.of(unsafeSql("(select 1)")).text().firstWord()).isEmpty();
        assertThat(Nodes.of(unsafeSql(":a")).text().firstWord()).isEmpty();
    }
}
