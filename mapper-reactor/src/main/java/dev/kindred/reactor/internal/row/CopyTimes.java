package dev.kindred.reactor.internal.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes times in the text format of COPY, with the same value that the driver sends in an insert. Thread-safe: it has
 * no state.
 */
final class CopyTimes {

    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";
    private static final String END_OF_DAY = "24:00:00";
    private static final int NANOS_OF_MICRO = 1000;
    /** The nanoseconds within a microsecond from which it is rounded up. */
    private static final int HALF = 500;

    private CopyTimes() {}

    /** Returns the text of {@code wire}, or null if it is not a time. */
    static @Nullable String text(Object wire) {
        if (wire instanceof LocalDate date) {
            return date(date);
        }
        if (wire instanceof LocalDateTime time) {
            return dateTime(time);
        }
        if (wire instanceof Instant instant) {
            return instant(instant);
        }
        if (wire instanceof LocalTime time) {
            return time(time);
        }
        return wire instanceof OffsetTime time ? time.toString() : null;
    }

    private static String date(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return INFINITY;
        }
        return date.equals(LocalDate.MIN) ? MINUS_INFINITY : date(date, "");
    }

    private static String dateTime(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return INFINITY;
        }
        return time.equals(LocalDateTime.MIN) ? MINUS_INFINITY : dateTime(time, "");
    }

    private static String instant(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return INFINITY;
        }
        return instant.equals(Instant.MIN)
                ? MINUS_INFINITY
                : dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), "+00");
    }

    private static String dateTime(LocalDateTime time, String offset) {
        LocalDateTime rounded = isRoundedUp(time) ? time.plus(1, ChronoUnit.MICROS) : time;
        return date(rounded.toLocalDate(), " " + rounded.toLocalTime().truncatedTo(ChronoUnit.MICROS) + offset);
    }

    /** A time that rounds up to the next day becomes 24:00, the end of this day. */
    private static String time(LocalTime time) {
        LocalTime rounded = isRoundedUp(time) ? time.plus(1, ChronoUnit.MICROS) : time;
        return rounded.isBefore(time)
                ? END_OF_DAY
                : rounded.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static boolean isRoundedUp(TemporalAccessor time) {
        return time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO >= HALF;
    }

    /**
     * PostgreSQL counts the years before year 1 from 1 BC, and expects years of more than four digits without a sign.
     */
    private static String date(LocalDate date, String time) {
        int year = date.getYear();
        String day = String.format(
                Locale.ROOT, "%04d-%02d-%02d", year > 0 ? year : 1 - year, date.getMonthValue(), date.getDayOfMonth());
        return day + time + (year > 0 ? "" : " BC");
    }
}
