package dev.kindred.it.type;

import static dev.kindred.it.type.TypeSamples.full;
import static dev.kindred.it.type.TypeSamples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A round trip of every type, in both protocol formats. */
class TypesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Numbers.TABLE, Times.TABLE, Things.TABLE)
            .resetBefore("truncate numbers, times, things");

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(RowFormat format) {
        return format.mapper(database, recorder);
    }

    static Stream<Arguments> entitiesInBothFormats() {
        return Stream.of(RowFormat.values())
                .flatMap(format -> TypeSamples.entities().map(entity -> Arguments.of(format, entity)));
    }

    @ParameterizedTest
    @MethodSource("entitiesInBothFormats")
    void whatIsWrittenComesBackAsItWas(RowFormat format, Object entity) {
        ReactiveMapper mapper = mapper(format);

        Object returned = mapper.insert(entity).block();
        Object found = mapper.get(entity.getClass(), keyOf(entity)).block();

        assertThat(returned).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(entity);
        assertThat(found).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(entity);
    }

    @SuppressWarnings("unchecked") // the class of an E is a Class<E>
    private static <E> Object keyOf(E entity) {
        return EntityModel.of((Class<E>) entity.getClass()).id().get(0).getOrNull(entity);
    }

    @Test
    void aTextOfAMegabyteComesBack() {
        ReactiveMapper mapper = mapper(RowFormat.BINARY);
        String text = "ä".repeat(1 << 20);
        Things things = new Things(
                id(9), text, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);

        assertThat(mapper.insert(things).block().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void notANumberComesBack(RowFormat format) {
        Numbers none = Numbers.none();
        Numbers numbers = new Numbers(
                9,
                none.tiny(),
                none.small(),
                0,
                0,
                Float.NaN,
                Double.NaN,
                false,
                'x',
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        Numbers found = mapper(format).insert(numbers).block();

        assertThat(found.single()).isNaN();
        assertThat(found.twice()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void aPeriodComesBackWithItsMonthsCarriedIntoYears(RowFormat format) {
        Times times = Times.at(8, LocalDateTime.parse("2024-02-29T00:00:00"), Duration.ZERO, Period.of(1, -14, 3));

        assertThat(mapper(format).insert(times).block().span()).isEqualTo(Period.of(0, -2, 3));
    }

    @ParameterizedTest
    @EnumSource
    void theLastNanosecondOfTheDayComesBack(RowFormat format) {
        Times times = new Times(
                1, null, LocalTime.MAX, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(mapper(format).insert(times).block().clock()).isEqualTo(LocalTime.MAX);
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfEveryKindWorkInConditions(RowFormat format) {
        ReactiveMapper mapper = mapper(format);
        mapper.insert(Numbers.plain()).block();
        mapper.insert(full()).block();
        mapper.insert(Times.at(2, LocalDateTime.parse("1999-12-31T23:59:59.5"), Duration.ofHours(1), Period.ofDays(1)))
                .block();

        assertThat(Stream.of(
                                Numbers_.TINY.eq((byte) 1),
                                Numbers_.SMALL.in((short) 2, (short) 9),
                                Numbers_.LARGE.between(4L, 5L),
                                Numbers_.TWICE.gt(6.0),
                                Numbers_.YES.eq(true),
                                Numbers_.LETTER.eq('y'),
                                Numbers_.DECIMAL.eq(new BigDecimal("0")),
                                Numbers_.WHOLE.in(java.math.BigInteger.ZERO))
                        .map(condition -> mapper.from(Numbers.class)
                                .where(condition)
                                .count()
                                .block()))
                .containsOnly(1L);
        assertThat(Stream.of(
                                Times_.DAY.eq(LocalDate.of(1999, 12, 31)),
                                        Times_.LOCAL.lt(LocalDateTime.of(2000, 1, 1, 0, 0)),
                                Times_.MOMENT.in(Instant.parse("1999-12-31T23:59:59.5Z")),
                                        Times_.LENGTH.eq(Duration.ofMinutes(60)),
                                Times_.SPAN.in(Period.ofDays(1)), Times_.IN_YEAR.eq(java.time.Year.of(1999)),
                                Times_.ZONE.isNotNull(), Times_.BIRTHDAY.eq(java.time.MonthDay.of(2, 29)))
                        .map(condition -> mapper.from(Times.class)
                                .where(condition)
                                .count()
                                .block()))
                .containsOnly(1L);
        assertThat(Stream.of(
                                Things_.ID.in(id(1), id(7)),
                                Things_.TEXT.contains("🎈 $1"),
                                Things_.MOOD.in(Mood.HAPPY, Mood.OK),
                                Things_.FEELING.eq(Mood.SAD),
                                Things_.FEELING.in(Mood.SAD, Mood.OK),
                                Things_.POSTCODE.startsWith("0"),
                                Things_.PRICE.eq(new Money(new BigDecimal("12.50"), "EUR")),
                                Things_.LINES.eq(Arrays.asList("one", null, "NULL")),
                                Things_.BYTES.eq(new byte[] {0, 1, -1}))
                        .map(condition -> mapper.from(Things.class)
                                .where(condition)
                                .count()
                                .block()))
                .containsOnly(1L);
    }

    @Test
    void whatTheDriverDoesNotReadInBinaryIsSeenInTheText() {
        mapper(RowFormat.BINARY).from(Times.class).all().blockLast();
        mapper(RowFormat.BINARY)
                .from(Things.class)
                .select(Things_.ID, Things_.FEELING, Things_.PLACE, Things_.MOODS)
                .all()
                .blockLast();

        assertThat(recorder.texts().get(0)).contains("\"length\"::text, \"span\"::text, \"in_year\"");
        assertThat(recorder.texts().get(1))
                .isEqualTo("SELECT \"id\", \"feeling\"::text, \"place\"::text, \"moods\"::text[] FROM \"things\"");
    }

    @ParameterizedTest
    @EnumSource
    void theSettingsOfTheSessionMakeNoDifference(RowFormat format) {
        Times times =
                Times.at(2, LocalDateTime.parse("1999-12-31T23:59:59.5"), Duration.ofMinutes(-90), Period.of(1, 2, -3));
        mapper(format).insert(times).block();
        ConnectionPool pool = database.watch(database.poolBuilder()
                .driver(driver -> {
                    format.configure(driver);
                    driver.options(Map.of("intervalstyle", "iso_8601", "timezone", "Pacific/Chatham"));
                })
                .maxSize(1)
                .build());

        assertThat(ReactiveMapper.create(pool).get(Times.class, 2).block()).isEqualTo(times);
    }
}
