package dev.kindred.it.type;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times, most of them as single values and in an array. */
@Table("calendars")
public record Calendar(
        @Id int id,
        @Nullable LocalDate day,
        @Nullable LocalTime clock,
        @Nullable LocalDateTime local,
        @Nullable OffsetTime offsetClock,
        @Nullable OffsetDateTime offset,
        @Nullable ZonedDateTime zoned,
        @Nullable Instant moment,
        @Nullable Year inYear,
        @Nullable YearMonth inMonth,
        @Nullable MonthDay birthday,
        @Nullable ZoneOffset zoneOffset,
        @Nullable Duration length,
        @Nullable Period span,
        @Nullable List<@Nullable LocalDate> days,
        @Nullable List<@Nullable LocalTime> clocks,
        @Nullable List<@Nullable LocalDateTime> locals,
        @Nullable List<@Nullable OffsetTime> offsetClocks,
        @Nullable List<@Nullable OffsetDateTime> offsets,
        @Nullable List<@Nullable ZonedDateTime> zones,
        @Nullable List<@Nullable Instant> moments,
        @Nullable List<@Nullable YearMonth> months) {

    static final String TABLE = """
            create table calendars (
                id int primary key, day date, clock time, local timestamp, offset_clock timetz, "offset" timestamptz,
                zoned timestamptz, moment timestamptz, in_year int, in_month text, birthday text, zone_offset text,
                length interval, span interval, days date[], clocks time[], locals timestamp[], offset_clocks timetz[],
                offsets timestamptz[], zones timestamptz[], moments timestamptz[], months text[]);
            """;

    static Calendar first() {
        return of(
                LocalDate.MIN,
                LocalTime.MIN.atDate(LocalDate.MIN),
                OffsetTime.parse("00:00+15:59:59"),
                OffsetDateTime.MIN,
                Instant.MIN,
                YearMonth.of(Year.MIN_VALUE, 1));
    }

    static Calendar last() {
        return of(
                LocalDate.MAX,
                LocalDateTime.MAX,
                OffsetTime.parse("23:59:59.999999-15:59:59"),
                OffsetDateTime.MAX,
                Instant.MAX,
                YearMonth.of(Year.MAX_VALUE, 12));
    }

    /** Returns the greatest finite times. */
    static Calendar lastFinite() {
        LocalDateTime local = LocalDateTime.parse("+294276-12-31T23:59:59.999999");
        return of(
                LocalDate.of(5_874_897, 12, 31),
                local,
                OffsetTime.parse("23:59:59.999999Z"),
                local.atOffset(ZoneOffset.UTC),
                local.toInstant(ZoneOffset.UTC),
                YearMonth.of(10_000, 1));
    }

    private static Calendar of(
            LocalDate day,
            LocalDateTime local,
            OffsetTime clock,
            OffsetDateTime offset,
            Instant moment,
            YearMonth month) {
        ZonedDateTime zoned = offset.toZonedDateTime();
        return new Calendar(
                1,
                day,
                local.toLocalTime(),
                local,
                clock,
                offset,
                zoned,
                moment,
                Year.of(month.getYear()),
                month,
                MonthDay.of(month.getMonthValue(), 31),
                clock.getOffset(),
                Duration.ofHours(Integer.MIN_VALUE),
                Period.of(178_000_000, 11, Integer.MAX_VALUE),
                Arrays.asList(day, null),
                Arrays.asList(local.toLocalTime(), null),
                Arrays.asList(local, null),
                Arrays.asList(clock, null),
                Arrays.asList(offset, null),
                Arrays.asList(zoned, null),
                Arrays.asList(moment, null),
                Arrays.asList(month, null));
    }

    static Calendar at(Instant moment) {
        OffsetDateTime offset = moment.atOffset(ZoneOffset.UTC);
        return of(
                offset.toLocalDate(),
                offset.toLocalDateTime(),
                offset.toOffsetTime(),
                offset,
                moment,
                YearMonth.from(offset));
    }

    static Calendar empty() {
        return withOffsetClock(null);
    }

    static Calendar withOffsetClock(@Nullable OffsetTime clock) {
        return new Calendar(
                1, null, null, null, clock, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }
}
