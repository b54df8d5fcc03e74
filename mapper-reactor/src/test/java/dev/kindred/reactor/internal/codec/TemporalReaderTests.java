package dev.kindred.reactor.internal.codec;

import static dev.kindred.reactor.internal.codec.Values.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalReaderTests {

    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-4713-11-24",
                "0000-12-31",
                "1500-02-28",
                "1582-10-04",
                "1582-10-15",
                "1999-12-31",
                "2000-01-01",
                "+294277-01-01",
                "+5874897-12-31"
            })
    void readsDates(String text) {
        LocalDate date = LocalDate.parse(text);

        assertThat(read(TemporalReader::localDate, int4((int) ChronoUnit.DAYS.between(EPOCH.toLocalDate(), date))))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-4712-01-01T00:00:00.000001",
                "0000-12-31T23:59:59",
                "1582-10-04T23:59:59.999999",
                "1582-10-15T00:00",
                "1969-12-31T23:59:59.5",
                "1999-12-31T23:59:59.999999",
                "2000-01-01T00:00",
                "+294276-12-31T23:59:59.999999"
            })
    void readsTimestamps(String text) {
        LocalDateTime dateTime = LocalDateTime.parse(text);
        long micros = ChronoUnit.MICROS.between(EPOCH, dateTime);

        assertThat(read(TemporalReader::localDateTime, int8(micros))).isEqualTo(dateTime);
        assertThat(read(TemporalReader::instant, int8(micros))).isEqualTo(dateTime.toInstant(ZoneOffset.UTC));
        assertThat(read(TemporalReader::offsetDateTime, int8(micros))).isEqualTo(dateTime.atOffset(ZoneOffset.UTC));
        assertThat(read(TemporalReader::zonedDateTime, int8(micros))).isEqualTo(dateTime.atZone(ZoneOffset.UTC));
    }

    @Test
    void readsInfinityAsTheTextFormatDoes() {
        assertThat(read(TemporalReader::localDate, int4(Integer.MAX_VALUE))).isEqualTo(LocalDate.MAX);
        assertThat(read(TemporalReader::localDate, int4(Integer.MIN_VALUE))).isEqualTo(LocalDate.MIN);
        assertThat(read(TemporalReader::localDateTime, int8(Long.MAX_VALUE))).isEqualTo(LocalDateTime.MAX);
        assertThat(read(TemporalReader::localDateTime, int8(Long.MIN_VALUE))).isEqualTo(LocalDateTime.MIN);
        assertThat(read(TemporalReader::offsetDateTime, int8(Long.MAX_VALUE))).isEqualTo(OffsetDateTime.MAX);
        assertThat(read(TemporalReader::offsetDateTime, int8(Long.MIN_VALUE))).isEqualTo(OffsetDateTime.MIN);
        assertThat(read(TemporalReader::zonedDateTime, int8(Long.MAX_VALUE)))
                .isEqualTo(ZonedDateTime.from(OffsetDateTime.MAX));
        assertThat(read(TemporalReader::instant, int8(Long.MAX_VALUE))).isEqualTo(Instant.from(OffsetDateTime.MAX));
        assertThat(read(TemporalReader::instant, int8(Long.MIN_VALUE))).isEqualTo(Instant.from(OffsetDateTime.MIN));
    }

    @Test
    void readsTimes() {
        assertThat(read(TemporalReader::localTime, int8(0))).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(read(TemporalReader::localTime, int8(86_399_999_999L)))
                .isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(read(TemporalReader::offsetTime, int8(1).writeInt(-57_540)))
                .isEqualTo(OffsetTime.of(0, 0, 0, 1_000, ZoneOffset.ofHoursMinutes(15, 59)));
        assertThat(read(TemporalReader::offsetTime, int8(0).writeInt(57_540)))
                .isEqualTo(OffsetTime.of(LocalTime.MIDNIGHT, ZoneOffset.ofHoursMinutes(-15, -59)));
    }

    @Test
    void readsTheEndOfTheDayAsItsLastNanosecond() {
        assertThat(read(TemporalReader::localTime, int8(86_400_000_000L))).isEqualTo(LocalTime.MAX);
        assertThat(read(TemporalReader::offsetTime, int8(86_400_000_000L).writeInt(0)))
                .isEqualTo(LocalTime.MAX.atOffset(ZoneOffset.UTC));
    }

    private static ByteBuf int4(int value) {
        return Unpooled.buffer().writeInt(value);
    }

    private static ByteBuf int8(long value) {
        return Unpooled.buffer().writeLong(value);
    }
}
