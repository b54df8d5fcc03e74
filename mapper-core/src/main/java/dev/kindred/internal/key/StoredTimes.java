package dev.kindred.internal.key;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * Times and intervals as PostgreSQL compares them after they are stored. The driver rounds times to the microsecond,
 * half up. The server rounds intervals and compares their lengths, in which a month has 30 days. Thread-safe: it has no
 * state.
 */
final class StoredTimes {

    private static final int NANOS_OF_MICRO = 1000;
    private static final int DAYS_OF_MONTH = 30;

    private StoredTimes() {}

    /** Returns {@code value} as the server compares it. Other types than times and intervals are not changed. */
    static Object of(Object value) {
        if (value instanceof Instant time) {
            return rounded(time);
        }
        if (value instanceof LocalDateTime time) {
            return rounded(time);
        }
        if (value instanceof LocalTime time) {
            return withinDay(time, (LocalTime) rounded(time));
        }
        if (value instanceof OffsetTime time) {
            OffsetTime rounded = (OffsetTime) rounded(time);
            return rounded.getHour() < time.getHour() ? time : rounded;
        }
        if (value instanceof Duration length) {
            return rounded(length);
        }
        return value instanceof Period period
                ? Duration.ofDays(Math.addExact(period.toTotalMonths() * DAYS_OF_MONTH, period.get(ChronoUnit.DAYS)))
                : value;
    }

    /** The last moment of a day is rounded to 24:00, which is not a time of day in Java. */
    private static LocalTime withinDay(LocalTime time, LocalTime rounded) {
        return rounded.isBefore(time.truncatedTo(ChronoUnit.MICROS)) ? time : rounded;
    }

    private static Object rounded(Temporal time) {
        int rest = time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO;
        if (rest == 0) {
            return time;
        }
        try {
            return time.plus(rest < NANOS_OF_MICRO / 2 ? -rest : NANOS_OF_MICRO - rest, ChronoUnit.NANOS);
        } catch (DateTimeException | ArithmeticException e) {
            return time;
        }
    }

    /** The server reads the seconds of a minute as a floating-point number and rounds the fraction of that. */
    private static Duration rounded(Duration length) {
        if (length.toNanosPart() % NANOS_OF_MICRO == 0) {
            return length;
        }
        if (length.isNegative()) {
            return rounded(length.negated()).negated();
        }
        double seconds = BigDecimal.valueOf(length.toNanosPart(), 9)
                .add(BigDecimal.valueOf(length.toSecondsPart()))
                .doubleValue();
        double micros = (seconds - Math.floor(seconds)) * 1e6;
        long whole = (long) micros;
        return Duration.ofSeconds(length.toSeconds()).plus(micros - whole > 0.5 ? whole + 1 : whole, ChronoUnit.MICROS);
    }
}
