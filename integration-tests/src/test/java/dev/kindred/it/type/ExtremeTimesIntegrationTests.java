package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.query.Window;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Minimum and maximum times, through every write and every read. */
class ExtremeTimesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Calendar.TABLE).resetBefore("truncate calendars");

    private static final Map<String, BiFunction<ReactiveMapper, Calendar, Mono<?>>> WRITES = Map.of(
            "insert", ReactiveMapper::insert,
            "upsert", ReactiveMapper::upsert,
            "insertAll",
                    (mapper, calendar) -> mapper.insertAll(Flux.just(calendar)).then(),
            "upsertAll",
                    (mapper, calendar) -> mapper.upsertAll(Flux.just(calendar)).then(),
            "copyIn", (mapper, calendar) -> mapper.copyIn(Flux.just(calendar)),
            "update", (mapper, calendar) -> mapper.insert(Calendar.empty()).then(mapper.update(calendar)),
            "updateAll",
                    (mapper, calendar) -> mapper.insert(Calendar.empty())
                            .thenMany(mapper.updateAll(Flux.just(calendar)))
                            .then());

    static Stream<Arguments> calendars() {
        return Stream.of(WireFormat.values())
                .flatMap(format -> Stream.of(Calendar.first(), Calendar.last(), Calendar.lastFinite())
                        .map(calendar -> Arguments.of(format, calendar)));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void everyWriteStoresThemAndEveryReadGivesThemBack(WireFormat format, Calendar calendar) {
        ReactiveMapper mapper = format.mapper(database);

        WRITES.forEach((name, write) -> {
            database.postgres().execute("truncate calendars");
            write.apply(mapper, calendar).block();

            assertThat(mapper.get(Calendar.class, 1).block()).as(name).isEqualTo(calendar);
        });
        assertThat(mapper.from(Calendar.class).stream().blockLast()).isEqualTo(calendar);
        assertThat(mapper.sql("select " + columnsOfRawSql() + " from calendars")
                        .as(Calendar.class)
                        .one()
                        .block())
                .isEqualTo(calendar);
        assertThat(mapper.update(calendar).block()).isEqualTo(calendar);
        for (EntityColumn<Calendar, ?> column : EntityModel.of(Calendar.class).columns()) {
            assertThat(mapper.from(Calendar.class)
                            .project(column)
                            .one()
                            .<Object>map(value -> value)
                            .block())
                    .as(column.toString())
                    .isEqualTo(column.getOrNull(calendar));
        }
    }

    /** An interval is read as text. */
    private static String columnsOfRawSql() {
        return EntityModel.of(Calendar.class).columns().stream()
                .map(column -> "\"" + Nodes.of(column).name().column() + "\"")
                .map(name -> name.equals("\"length\"") || name.equals("\"span\"") ? name + "::text" : name)
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void theyWorkInConditionsGroupsAndCursors(WireFormat format, Calendar calendar) {
        ReactiveMapper mapper = format.mapper(database);
        mapper.insert(calendar).block();
        database.postgres()
                .execute("insert into calendars select (jsonb_populate_record(c, '{\"id\": 2}')).* from calendars c");

        for (ComparableColumn<Calendar, ?> column : comparable()) {
            assertFoundBy(mapper, column, calendar);
        }
    }

    private static List<ComparableColumn<Calendar, ?>> comparable() {
        return EntityModel.of(Calendar.class).columns().stream()
                .filter(column -> column instanceof ComparableColumn<?, ?>)
                .<ComparableColumn<Calendar, ?>>map(column -> (ComparableColumn<Calendar, ?>) column)
                .toList();
    }

    private static <T> void assertFoundBy(
            ReactiveMapper mapper, ComparableColumn<Calendar, T> column, Calendar calendar) {
        T value = column.getOrNull(calendar);
        long rows = column.equals(Calendar_.ID) ? 1 : 2;
        PagedSelect<Calendar> sorted = mapper.from(Calendar.class).orderBy(column.asc());
        Window<Calendar> window = sorted.scroll(1).block();

        assertThat(mapper.from(Calendar.class).where(column.eq(value)).count().block())
                .as(column.toString())
                .isEqualTo(rows);
        assertThat(mapper.from(Calendar.class)
                        .where(column.in(List.of(value)))
                        .count()
                        .block())
                .as(column.toString())
                .isEqualTo(rows);
        assertThat(mapper.from(Calendar.class)
                        .groupBy(column)
                        .with(column.max())
                        .orderBy(column.asc())
                        .all()
                        .map(row -> row.get(column.max()))
                        .blockFirst())
                .isEqualTo(value);
        assertThat(window.rows()).containsExactly(calendar);
        assertThat(sorted.scroll(1, window.next()).block().rows())
                .as(column.toString())
                .map(Calendar::id)
                .containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAndTheLastTimesAreInfinite(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        mapper.insert(Calendar.last()).block();

        assertThat(database.postgres()
                        .queryOne("select day::text, local::text, \"offset\"::text, zoned::text, moment::text from"
                                + " calendars")
                        .values())
                .hasSize(5)
                .containsOnly("infinity");
        assertThat(mapper.sql("select '-infinity'::timestamptz as x")
                        .map(row -> List.of(
                                row.get("x", Instant.class),
                                row.get("x", OffsetDateTime.class),
                                row.get("x", ZonedDateTime.class)))
                        .one()
                        .block())
                .containsExactly(Instant.MIN, OffsetDateTime.MIN, OffsetDateTime.MIN.toZonedDateTime());
    }

    @ParameterizedTest
    @EnumSource
    void aMonthAfterTheYear9999IsReadInBothOfItsForms(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        YearMonth month = YearMonth.of(12_345, 6);

        for (String text : List.of("12345-06", "+12345-06")) {
            assertThat(mapper.sql("select '" + text + "'::text as x")
                            .map(row -> row.get("x", YearMonth.class))
                            .one()
                            .block())
                    .isEqualTo(month);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nanosecondsAreRoundedInTheSameWayByEveryWrite(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        for (int nanos : List.of(123_456_499, 123_456_500, 123_457_500, 999_999_499, 999_999_999)) {
            Calendar calendar =
                    Calendar.at(Instant.parse("1999-12-31T23:59:59Z").plusNanos(nanos));
            database.postgres().execute("truncate calendars");
            Calendar inserted = mapper.insert(calendar).block();
            database.postgres().execute("truncate calendars");
            mapper.copyIn(Flux.just(calendar)).block();

            assertThat(mapper.get(Calendar.class, 1).block()).isEqualTo(inserted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatPostgresCannotHoldIsRefusedByEveryWrite(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        Calendar calendar = Calendar.withOffsetClock(OffsetTime.MAX);

        WRITES.forEach((name, write) -> {
            database.postgres().execute("truncate calendars");
            assertThatExceptionOfType(MappingException.class)
                    .as(name)
                    .isThrownBy(() -> write.apply(mapper, calendar).block())
                    .withMessageContaining("Calendar.offsetClock");
        });
    }
}
