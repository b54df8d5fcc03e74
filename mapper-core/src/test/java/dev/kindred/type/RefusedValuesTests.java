package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedValuesTests {

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of(SqlTypes.YEAR, 2_000_000_000),
                Arguments.of(SqlTypes.YEAR_MONTH, "2000000000"),
                Arguments.of(SqlTypes.MONTH_DAY, "2000000000"),
                Arguments.of(SqlTypes.ZONE_ID, "Nowhere/2000000000"),
                Arguments.of(SqlTypes.ZONE_OFFSET, "2000000000"),
                Arguments.of(SqlTypes.BIG_INTEGER, new BigDecimal("2000000000.5")),
                Arguments.of(SqlTypes.PERIOD, "2000000000000 days"),
                Arguments.of(SqlTypes.DURATION, "20000000000000000000000 days"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aValueThatDoesNotFitIsRefusedWithoutBeingShown(SqlType<?> type, Object wire) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.fromWire(wire, WireContext.none()))
                .withMessageNotContaining("2000000000")
                .withNoCause();
    }

    static Stream<Arguments> timesBeyondPostgres() {
        return Stream.of(
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.of(5_874_898, 1, 1)),
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.of(-4713, 12, 31)),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.of(294_277, 1, 1, 0, 0)),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.of(-4713, 12, 31, 0, 0)),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("+294277-01-01T00:00:00Z")),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("-4713-12-31T00:00:00Z")),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("+294276-12-31T23:59:59.9999995Z")),
                Arguments.of(SqlTypes.INSTANT, OffsetDateTime.MAX.toInstant()),
                Arguments.of(SqlTypes.INSTANT, OffsetDateTime.MIN.toInstant()),
                Arguments.of(SqlTypes.OFFSET_TIME, OffsetTime.MAX),
                Arguments.of(SqlTypes.OFFSET_TIME, OffsetTime.parse("00:00+16:00")),
                Arguments.of(SqlTypes.OFFSET_DATE_TIME, OffsetDateTime.parse("+294277-01-01T00:00:00Z")),
                Arguments.of(SqlTypes.ZONED_DATE_TIME, ZonedDateTime.parse("-4713-12-31T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("timesBeyondPostgres")
    void aTimeThatPostgresCannotHoldIsRefused(SqlType<Object> type, Object time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.toWire(time, WireContext.none()))
                .withMessageContaining("PostgreSQL");
    }

    static Stream<Arguments> timesAtTheBorder() {
        return Stream.of(
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.of(5_874_897, 12, 31)),
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.of(-4712, 1, 1)),
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.MAX),
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.MIN),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.of(294_276, 12, 31, 23, 59, 59)),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.MAX),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.MIN),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("-4712-01-01T00:00:00Z")),
                Arguments.of(SqlTypes.INSTANT, Instant.MAX),
                Arguments.of(SqlTypes.INSTANT, Instant.MIN),
                Arguments.of(SqlTypes.OFFSET_TIME, OffsetTime.parse("23:59:59.999999-15:59:59")));
    }

    @ParameterizedTest
    @MethodSource("timesAtTheBorder")
    void aTimeThatPostgresCanHoldIsSentAsItIs(SqlType<Object> type, Object time) {
        assertThat(type.toWire(time, WireContext.none())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "soon"})
    void aTextThatIsNoIntervalIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.DURATION.fromWire(text, WireContext.none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonb; DROP TABLE users; --", "xml", ""})
    void onlyTheTwoTypesOfJsonHoldJson(String databaseType) {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.json(Map.class, Map.class, databaseType));
    }

    @Test
    void aBuiltInTypeHasAPlainName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeName("int8; DROP TABLE users", true, false));
    }

    @Test
    void anArrayOfArraysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.list(SqlTypes.list(SqlTypes.STRING)));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.named(SqlTypes.list(SqlTypes.STRING), "tags"));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.array(SqlTypes.STRING, int[].class));
    }
}
