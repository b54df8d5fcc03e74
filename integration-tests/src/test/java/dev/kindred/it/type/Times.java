package dev.kindred.it.type;

import dev.kindred.annotation.Column;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** All types of java.time. */
@Table("times")
public record Times(
        @Id int id,
        @Nullable LocalDate day,
        @Nullable LocalTime clock,
        @Nullable LocalDateTime local,
        @Nullable OffsetTime offsetClock,
        @Nullable OffsetDateTime offset,
        @Nullable ZonedDateTime zoned,
        @Nullable Instant moment,
        @Nullable Duration length,
        @Nullable Period span,
        @Nullable Year inYear,
        @Nullable YearMonth inMonth,
        @Column("month_day") @Nullable MonthDay birthday,
        @Nullable ZoneId zone,
        @Nullable ZoneOffset zoneOffset) {

    static final String TABLE = """
            create table times (
                id int primary key, day date, clock time, local timestamp, offset_clock timetz, "offset" timestamptz,
                zoned timestamptz, moment timestamptz, length interval, span interval, in_year int, in_month text,
                month_day text, zone text, zone_offset text);
            """;

    static Times none() {
        return new Times(1, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Times at(int id, LocalDateTime time, Duration length, Period span) {
        return new Times(
                id,
                time.toLocalDate(),
                time.toLocalTime(),
                time,
                time.toLocalTime().atOffset(ZoneOffset.ofHours(-5)),
                time.atOffset(ZoneOffset.UTC),
                time.atZone(ZoneOffset.UTC),
                time.toInstant(ZoneOffset.UTC),
                length,
                span,
                Year.of(time.getYear()),
                YearMonth.of(2024, 2),
                MonthDay.of(2, 29),
                ZoneId.of("Asia/Colombo"),
                ZoneOffset.ofHoursMinutes(5, 30));
    }
}
