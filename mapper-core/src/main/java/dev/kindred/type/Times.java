package dev.kindred.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The range of PostgreSQL's times: from 4713 BC, dates to the year 5874897 and timestamps to the year 294276; see the
 * PostgreSQL manual, section 8.5. The minimum and the maximum of a Java class represent infinity.
 */
final class Times {

    private static final LocalDate FIRST_DATE = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
    private static final LocalDateTime FIRST_TIMESTAMP = FIRST_DATE.atStartOfDay();
    /** A later time is rounded up, past the last microsecond. */
    private static final LocalDateTime LAST_TIMESTAMP = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_499);

    private static final Instant FIRST_INSTANT = FIRST_TIMESTAMP.toInstant(ZoneOffset.UTC);
    private static final Instant LAST_INSTANT = LAST_TIMESTAMP.toInstant(ZoneOffset.UTC);
    /** The values that the driver returns for infinity. */
    private static final Instant FURTHEST_PAST = OffsetDateTime.MIN.toInstant();

    private static final Instant FURTHEST_FUTURE = OffsetDateTime.MAX.toInstant();
    /** PostgreSQL source, {@code MAX_TZDISP_HOUR}. */
    private static final int FURTHEST_OFFSET = 16 * 3600 - 1;

    private Times() {}

    /** Returns {@code date} after a check. The driver silently stores infinity for a date outside the range. */
    static LocalDate storable(LocalDate date) {
        boolean within = !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
        return checked(date, within || date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX));
    }

    /** Returns {@code time} after a check. The driver silently stores infinity for a time outside the range. */
    static LocalDateTime storable(LocalDateTime time) {
        boolean within = !time.isBefore(FIRST_TIMESTAMP) && !time.isAfter(LAST_TIMESTAMP);
        return checked(time, within || time.equals(LocalDateTime.MIN) || time.equals(LocalDateTime.MAX));
    }

    /** Returns {@code instant} after a check. The driver silently stores infinity for an instant outside the range. */
    static Instant storable(Instant instant) {
        boolean within = !instant.isBefore(FIRST_INSTANT) && !instant.isAfter(LAST_INSTANT);
        return checked(instant, within || instant.equals(Instant.MIN) || instant.equals(Instant.MAX));
    }

    /**
     * Returns {@code time} truncated to microseconds, after a check of its offset. Without the truncation, the driver
     * would store 24:00 for the last microsecond of a day, and in the text format it loses the offset of 24:00.
     */
    static OffsetTime storable(OffsetTime time) {
        return checked(time, Math.abs(time.getOffset().getTotalSeconds()) <= FURTHEST_OFFSET)
                .truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns {@code time} after a check. The driver returns {@link OffsetTime#MAX} for the text of 24:00 with any
     * offset.
     */
    static OffsetTime received(OffsetTime time) {
        if (time.equals(OffsetTime.MAX)) {
            throw new IllegalArgumentException(
                    "the driver loses the offset of 24:00 in the text format; use connections with forceBinary");
        }
        return time;
    }

    /** Returns {@code instant}. Infinity becomes {@link Instant#MIN} or {@link Instant#MAX}. */
    static Instant received(Instant instant) {
        if (!instant.isBefore(FURTHEST_FUTURE)) {
            return Instant.MAX;
        }
        return instant.isAfter(FURTHEST_PAST) ? instant : Instant.MIN;
    }

    /** Returns the instant to store for {@code time}. The minimum and the maximum become infinity. */
    static Instant instant(OffsetDateTime time) {
        return received(time.toInstant());
    }

    /** Returns the instant to store for {@code time}, as {@link #instant(OffsetDateTime)} does. */
    static Instant instant(ZonedDateTime time) {
        return received(time.toInstant());
    }

    /** Returns the time in UTC. Infinity becomes the minimum or the maximum. */
    static OffsetDateTime inUtc(Instant instant) {
        if (instant.equals(Instant.MAX) || instant.equals(Instant.MIN)) {
            return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : OffsetDateTime.MIN;
        }
        // Instant.atOffset creates zone rules for each call.
        return OffsetDateTime.of(
                LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    /** Parses a month. The sign of a year after 9999 may be missing, as {@link YearMonth#toString} omits it. */
    static YearMonth month(String text) {
        boolean isSignMissing = text.length() > "9999-12".length() && Character.isDigit(text.charAt(0));
        return YearMonth.parse(isSignMissing ? "+" + text : text);
    }

    private static <T> T checked(T time, boolean storable) {
        if (!storable) {
            throw new IllegalArgumentException("the time is outside the range that PostgreSQL can store");
        }
        return time;
    }
}
