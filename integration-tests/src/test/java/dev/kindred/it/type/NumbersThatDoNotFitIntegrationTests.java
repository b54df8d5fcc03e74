package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.Aggregate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.GroupValue;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/**
 * A number is read exactly, or is an error that names the column, the member and both types, in both protocol formats.
 */
class NumbersThatDoNotFitIntegrationTests {

    private static final String BIG = "99999999999";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Narrow.TABLES).resetBefore("truncate narrow, holders");

    /** A column value that the member cannot hold. */
    private record Misfit(EntityColumn<Narrow, ?> column, String value, String type, String javaType) {

        String name() {
            return Nodes.of(column).name().column();
        }

        String insert() {
            return column.equals(Narrow_.ID)
                    ? "truncate narrow; insert into narrow (id) values (" + value + ")"
                    : "truncate narrow; insert into narrow (id, " + name() + ") values (1, " + value + ")";
        }
    }

    private static List<Misfit> misfits() {
        return List.of(
                new Misfit(Narrow_.ID, "1.5", "numeric", "Long"),
                new Misfit(Narrow_.HOLDER_ID, "9223372036854775808", "numeric", "Long"),
                new Misfit(Narrow_.TINY, "128", "int8", "Byte"),
                new Misfit(Narrow_.TINY, BIG, "int8", "Byte"),
                new Misfit(Narrow_.SMALL, "32768", "int4", "Short"),
                new Misfit(Narrow_.MEDIUM, BIG, "int8", "Integer"),
                new Misfit(Narrow_.MEDIUM, "-2147483649", "int8", "Integer"),
                new Misfit(Narrow_.LARGE, "1.9", "numeric", "Long"),
                new Misfit(Narrow_.LARGE, "1e300", "numeric", "Long"),
                new Misfit(Narrow_.LARGE, "1e-300", "numeric", "Long"),
                new Misfit(Narrow_.SINGLE, "0.1", "float8", "Float"),
                new Misfit(Narrow_.SINGLE, "1e300", "float8", "Float"),
                new Misfit(Narrow_.SINGLE, "1e-300", "float8", "Float"),
                new Misfit(Narrow_.TWICE, "1e400", "numeric", "Double"),
                new Misfit(Narrow_.TWICE, "0.12345678901234567890123", "numeric", "Double"),
                new Misfit(Narrow_.TWICE, "9007199254740993", "numeric", "Double"),
                new Misfit(Narrow_.WHOLE, "1.5", "float8", "BigInteger"),
                new Misfit(Narrow_.WHOLE, "'Infinity'", "float8", "BigInteger"),
                new Misfit(Narrow_.DECIMAL, "'NaN'", "float8", "BigDecimal"),
                new Misfit(Narrow_.IN_YEAR, BIG, "int8", "Year"),
                new Misfit(Narrow_.MANY, "array[1, null, " + BIG + "]", "int8[]", "List"),
                new Misfit(Narrow_.COUNTS, "array[1, 1.5]", "numeric[]", "int[]"));
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatDoesNotFitIsAnErrorOfEntitiesProjectionsAndRawSql(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);

        for (Misfit misfit : misfits()) {
            EntityColumn<Narrow, ?> column = misfit.column();
            database.postgres().execute(misfit.insert());
            for (Mono<?> read : List.of(
                    mapper.from(Narrow.class).one(),
                    mapper.from(Narrow.class).stream().then(),
                    mapper.from(Narrow.class).project(column).one(),
                    mapper.from(Narrow.class).groupBy(column).all().then(),
                    mapper.sql("select * from narrow").as(Narrow.class).one(),
                    mapper.sql("select " + misfit.name() + " from narrow")
                            .map(row -> row.get(misfit.name(), column.type()))
                            .one())) {
                assertThatExceptionOfType(MappingException.class)
                        .as(misfit.toString())
                        .isThrownBy(read::block)
                        .withMessageContaining(misfit.name() + " of type " + misfit.type() + " ")
                        .withMessageMatching(
                                "(?s).*(into " + column + " of type|as) \\Q" + misfit.javaType() + "\\E: .*")
                        .withMessageNotContaining(misfit.value());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void membersAreNamedWhereThereAreSome(WireFormat format) {
        database.postgres().execute("insert into narrow (id, medium) values (1, " + BIG + ")");
        ReactiveMapper mapper = format.mapper(database);
        GroupValue<Narrow, @Nullable Integer> most = Narrow_.MEDIUM.max();

        assertRefused(mapper.get(Narrow.class, 1L), "narrow.medium of type int8 into Narrow.medium of type Integer");
        assertRefused(
                mapper.from(Narrow.class).project(Narrow_.MEDIUM).one(),
                "medium of type int8 into Narrow.medium of type Integer");
        assertRefused(
                mapper.from(Narrow.class)
                        .groupBy(Narrow_.MEDIUM)
                        .all()
                        .map(row -> row.get(Narrow_.MEDIUM))
                        .then(),
                "medium of type int8 into Narrow.medium of type Integer");
        assertRefused(
                mapper.from(Narrow.class).groupBy(Narrow_.ID).with(most).all().then(),
                "of type int8 into MAX of medium of type Integer");
        assertRefused(
                mapper.sql("select " + BIG + " as x")
                        .map(row -> row.get("x", Integer.class))
                        .one(),
                "Cannot read the column x of type int8 as Integer");
    }

    @ParameterizedTest
    @EnumSource
    void relationsAndTheirAggregatesRefuseItAsWell(WireFormat format) {
        database.postgres()
                .execute("insert into holders values (1); insert into narrow (id, holder_id, medium) values (1, 1, "
                        + BIG + ")");
        ReactiveMapper mapper = format.mapper(database);
        Aggregate<Narrow.Holder, @Nullable Integer> most = Narrow_Holder_.NARROW.max(Narrow_.MEDIUM);
        Narrow.Holder holder = mapper.get(Narrow.Holder.class, 1L).block();
        String message = "narrow.medium of type int8 into Narrow.medium of type Integer";

        assertRefused(holder.narrow(), message);
        assertRefused(mapper.preload(List.of(holder), Narrow_Holder_.NARROW).then(), message);
        assertRefused(
                mapper.from(Narrow.Holder.class).preload(Narrow_Holder_.NARROW).one(), message);
        assertRefused(
                mapper.from(Narrow.Holder.class)
                        .preload(Narrow_Holder_.NARROW, PreloadQuery::joined)
                        .one(),
                message);
        assertRefused(mapper.from(Narrow.Holder.class).with(most).all().then(), "of type int8 into " + most);
        assertRefused(mapper.aggregate(List.of(holder), most).then(), "of type int8 into " + most);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatDoesNotFitIsNoOtherKey(WireFormat format) {
        database.postgres()
                .execute("insert into holders values (18446744073709551617); insert into narrow (id, holder_id)"
                        + " values (1, 18446744073709551617)");
        ReactiveMapper mapper = format.mapper(database);

        assertRefused(mapper.from(Narrow.Holder.class).one(), "holders.id of type numeric into Holder.id of type Long");
        assertRefused(
                mapper.from(Narrow.class).scroll(1).then(),
                "narrow.holder_id of type numeric into Narrow.holderId of type Long");
        assertThat(mapper.find(Narrow.Holder.class, 1L).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theStoredNumberIsKeptWhereItsEntityCannotBeRead(WireFormat format) {
        database.postgres().execute("insert into narrow (id, medium) values (1, " + BIG + ")");
        ReactiveMapper mapper = format.mapper(database);

        assertRefused(mapper.get(Narrow.class, 1L).flatMap(mapper::update), "Narrow.medium");
        assertRefused(
                mapper.insert(row(2, 7)).then(mapper.from(Narrow.class).all().then()), "Narrow.medium");
        assertThat(database.postgres().queryLong("select medium from narrow where id = 1"))
                .isEqualTo(99_999_999_999L);
    }

    private static Narrow row(long id, int medium) {
        return new Narrow(id, null, null, null, medium, null, null, null, null, null, null, null, null);
    }

    private static void assertRefused(Mono<?> read, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(read::block)
                .withMessageContaining(message)
                .withMessageNotContaining(BIG);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatFitsIsReadWhateverTheTypeOfItsColumn(WireFormat format) {
        database.postgres().execute("""
                insert into holders values (7.00);
                insert into narrow values (1.0, 7.000, -128, 32767, 2147483647, -9223372036854775808.00, 0.5, 12.30,
                    1152921504606846976, 0.1, 2024, array[5, null], array[5.00, -0.0]);
                """);
        ReactiveMapper mapper = format.mapper(database);
        Narrow expected = new Narrow(
                1,
                7L,
                (byte) -128,
                (short) 32767,
                2147483647,
                Long.MIN_VALUE,
                0.5f,
                12.3,
                new BigInteger("1152921504606846976"),
                new BigDecimal("0.1"),
                Year.of(2024),
                Arrays.asList(5, null),
                new int[] {5, 0});

        for (Mono<Narrow> read : List.of(
                mapper.get(Narrow.class, 1L),
                mapper.sql("select * from narrow").as(Narrow.class).one(),
                mapper.get(Narrow.Holder.class, 7L).flatMap(Narrow.Holder::narrow),
                mapper.get(Narrow.class, 1L).flatMap(mapper::update))) {
            assertThat(read.block())
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(expected);
        }
        assertThat(mapper.from(Narrow.class).project(Narrow_.TINY).one().block())
                .isEqualTo((byte) -128);
    }

    @ParameterizedTest
    @EnumSource
    void aWholeNumberIsReadInEveryClassThatHoldsIt(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        List<Object> fives = List.of((byte) 5, (short) 5, 5, 5L, 5f, 5d, BigInteger.valueOf(5));

        for (String sql :
                List.of("5::int2", "5::int4", "5::int8", "5.00::numeric", "5::float4", "5::float8", "5::oid")) {
            for (Object five : fives) {
                assertThat(mapper.sql("select " + sql + " as x")
                                .map(row -> row.<Object>get("x", typeOf(five)))
                                .one()
                                .block())
                        .as(sql)
                        .isEqualTo(five);
            }
        }
    }

    @SuppressWarnings("unchecked") // the type belongs to the class of the value
    private static SqlType<Object> typeOf(Object value) {
        return (SqlType<Object>) SqlTypes.typeOf(value.getClass());
    }

    @ParameterizedTest
    @EnumSource
    void anArrayIsReadElementByElement(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        Map<SqlType<?>, List<?>> expected = Map.of(
                SqlTypes.list(SqlTypes.SHORT), Arrays.asList((short) 5, null, (short) 7),
                SqlTypes.list(SqlTypes.INTEGER), Arrays.asList(5, null, 7),
                SqlTypes.list(SqlTypes.LONG), Arrays.asList(5L, null, 7L),
                SqlTypes.list(SqlTypes.FLOAT), Arrays.asList(5f, null, 7f),
                SqlTypes.list(SqlTypes.DOUBLE), Arrays.asList(5d, null, 7d),
                SqlTypes.list(SqlTypes.BIG_INTEGER), Arrays.asList(BigInteger.valueOf(5), null, BigInteger.valueOf(7)));

        for (String type : List.of("int2", "int4", "int8", "numeric", "float4", "float8")) {
            expected.forEach((list, values) -> assertThat(mapper.sql("select array[5, null, 7]::" + type + "[] as x")
                            .map(row -> row.<Object>get("x", asObjects(list)))
                            .one()
                            .block())
                    .as(type)
                    .isEqualTo(values));
        }
    }

    @SuppressWarnings("unchecked") // only read as an object
    private static SqlType<Object> asObjects(SqlType<?> type) {
        return (SqlType<Object>) type;
    }
}
