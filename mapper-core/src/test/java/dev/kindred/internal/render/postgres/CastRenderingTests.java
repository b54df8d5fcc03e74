package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.Projection;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Update;
import dev.kindred.support.Product.Size;
import dev.kindred.support.Product_;
import dev.kindred.support.Rendered;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastRenderingTests {

    private static SetColumn set(String column, SqlType<?> type, Object value) {
        return new SetColumn(new ColumnReference(column, type), new Parameter(type, value));
    }

    @Test
    void columnsThatTheDriverCannotReadAreSelectedAsText() {
        Rendered.of(SelectQuery.of(Product_.MODEL))
                .is("SELECT \"id\", \"price\", \"size\"::text, \"sizes\"::text[], \"labels\"::text, \"warranty\"::text,"
                        + " \"services\"::text[], \"discounts\" FROM \"products\"");
    }

    @Test
    void returnedColumnsAreReadAsTextToo() {
        List<ColumnReference> returning = List.of(Columns.reference(Product_.SIZE), Columns.reference(Product_.SIZES));

        Rendered.of(new Insert(Nodes.of(Product_.MODEL).table(), List.of(), returning))
                .is("INSERT INTO \"products\" DEFAULT VALUES RETURNING \"size\"::text, \"sizes\"::text[]");
        Rendered.of(new Update(
                        Nodes.of(Product_.MODEL).table(),
                        List.of(set("id", SqlTypes.LONG, 1L)),
                        Nodes.of(Product_.ID.eq(1L)),
                        returning))
                .is(
                        "UPDATE \"products\" SET \"id\" = $1 WHERE \"id\" = $2 RETURNING \"size\"::text,"
                                + " \"sizes\"::text[]",
                        1L,
                        1L);
    }

    @Test
    void writtenValuesAreCastToTheTypeThatTheDriverDoesNotSend() {
        Rendered.of(new Insert(
                        Nodes.of(Product_.MODEL).table(),
                        List.of(
                                set("price", Product_.PRICE.type(), BigDecimal.ONE),
                                set("size", Product_.SIZE.type(), Size.SMALL),
                                set("sizes", Product_.SIZES.type(), List.of(Size.SMALL)),
                                set("labels", Product_.LABELS.type(), Map.of()),
                                set("warranty", Product_.WARRANTY.type(), Duration.ZERO),
                                set("services", Product_.SERVICES.type(), List.of(Duration.ZERO)),
                                set("discounts", Product_.DISCOUNTS.type(), List.of(BigDecimal.TEN))),
                        List.of()))
                .is(
                        "INSERT INTO \"products\" (\"price\", \"size\", \"sizes\", \"labels\", \"warranty\","
                                + " \"services\","
                                + " \"discounts\") VALUES ($1, $2::\"shop\".\"size\", $3::\"shop\".\"size\"[],"
                                + " $4::jsonb, $5::interval, $6::interval[], $7)",
                        BigDecimal.ONE,
                        Size.SMALL,
                        List.of(Size.SMALL),
                        Map.of(),
                        Duration.ZERO,
                        List.of(Duration.ZERO),
                        List.of(BigDecimal.TEN));
    }

    @Test
    void comparedValuesAreCastAndTheColumnIsNot() {
        Rendered.of(Product_.SIZE.eq(Size.LARGE)).is("\"size\" = $1::\"shop\".\"size\"", Size.LARGE);
        Rendered.of(Product_.WARRANTY.gt(Duration.ofDays(1))).is("\"warranty\" > $1::interval", Duration.ofDays(1));
        Rendered.of(Product_.PRICE.le(BigDecimal.ONE)).is("\"price\" <= $1", BigDecimal.ONE);
        Rendered.of(Product_.SIZES.eq(List.of(Size.LARGE)))
                .is("\"sizes\" = $1::\"shop\".\"size\"[]", List.of(Size.LARGE));
    }

    @Test
    void listsOfKeysAreCastToTheArrayOfTheType() {
        Rendered.of(Product_.SIZE.in(List.of(Size.SMALL, Size.LARGE)))
                .is("\"size\" = ANY($1::\"shop\".\"size\"[])", List.of(Size.SMALL, Size.LARGE));
        Rendered.of(Product_.PRICE.in(List.of(BigDecimal.ONE))).is("\"price\" = ANY($1)", List.of(BigDecimal.ONE));
        Rendered.of(new Predicate.RowAnyOf(
                        List.of(Columns.reference(Product_.ID), Columns.reference(Product_.SIZE)),
                        List.of(
                                new Parameter(SqlTypes.list(SqlTypes.LONG), List.of(1L)),
                                new Parameter(SqlTypes.list(Product_.SIZE.type()), List.of(Size.SMALL)))))
                .is(
                        "(\"id\", \"size\") IN (SELECT * FROM unnest($1, $2::\"shop\".\"size\"[]))",
                        List.of(1L),
                        List.of(Size.SMALL));
    }

    @Test
    void orderingIsByTheColumnItselfAndNotByItsText() {
        Rendered.of(SelectQuery.of(Product_.MODEL).select(Product_.SIZE).orderBy(Product_.SIZE.desc()))
                .is("SELECT \"t0\".\"size\"::text FROM \"products\" AS \"t0\" ORDER BY \"t0\".\"size\" DESC");
        Rendered.of(new Projection<>(
                                SelectQuery.of(Product_.MODEL).orderBy(Product_.SIZE.desc()), List.of(Product_.SIZE))
                        .unique()
                        .toSelect())
                .is("SELECT \"t0\".\"size\"::text FROM \"products\" AS \"t0\" GROUP BY \"t0\".\"size\""
                        + " ORDER BY \"t0\".\"size\" DESC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size|\"size\"",
                "shop.size|\"shop\".\"size\"",
                "Shop.Size|\"Shop\".\"Size\"",
                "a.b.c|\"a\".\"b.c\"",
                "order|\"order\"",
                "text; DROP TABLE users|\"text; DROP TABLE users\"",
                "s\".\"x|\"s\"\"\".\"\"\"x\""
            })
    void namesOfTypesOfTheUserAreQuotedPartByPart(String name, String quoted) {
        SqlType<Size> type = SqlTypes.enumAs(Size.class, name);

        Rendered.of(new Insert(Nodes.of(Product_.MODEL).table(), List.of(set("size", type, Size.SMALL)), List.of()))
                .is("INSERT INTO \"products\" (\"size\") VALUES ($1::" + quoted + ")", Size.SMALL);
    }

    @Test
    void aTypeNameWithoutANamePartIsRefused() {
        Insert insert = new Insert(
                Nodes.of(Product_.MODEL).table(),
                List.of(set("size", SqlTypes.enumAs(Size.class, "shop."), Size.SMALL)),
                List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new PostgresRenderer().render(insert));
    }

    @Test
    void aTextInAnotherTextTypeIsCastBothWays() {
        SqlType<String> citext = SqlTypes.named(SqlTypes.STRING, "citext");
        SetColumn value = set("email", citext, "a");

        Rendered.of(new Insert(Nodes.of(Product_.MODEL).table(), List.of(value), List.of(value.column())))
                .is("INSERT INTO \"products\" (\"email\") VALUES ($1::\"citext\") RETURNING \"email\"::text", "a");
    }
}
