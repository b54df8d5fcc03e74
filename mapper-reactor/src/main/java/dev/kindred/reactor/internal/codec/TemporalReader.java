package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Reads dates and times. PostgreSQL counts days or microseconds from 2000-01-01 in the proleptic Gregorian calendar, as
 * java.time does. Infinity is converted as in the driver's text format.
 */
final class TemporalReader {

    private static final long EPOCH_DAY = 10_957;

    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private static final int NANOS_PER_MICRO = 1_000;

    private TemporalReader() {}

    static LocalDate localDate(ByteBuf buffer, int start, int length) {
        int days = buffer.getInt(start);
        if (days == Integer.MAX_VALUE) {
            return LocalDate.MAX;
        }
        return days == Integer.MIN_VALUE ? LocalDate.MIN : LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    static LocalDateTime localDateTime(ByteBuf buffer, int start, int length) {
        long micros = buffer.getLong(start);
        if (micros == Long.MAX_VALUE) {
            return LocalDateTime.MAX;
        }
        return micros == Long.MIN_VALUE ? LocalDateTime.MIN : localDateTime(micros);
    }

    static Instant instant(ByteBuf buffer, int start, int length) {
        long micros = buffer.getLong(start);
        if (micros == Long.MAX_VALUE) {
            return OffsetDateTime.MAX.toInstant();
        }
        return micros == Long.MIN_VALUE
                ? OffsetDateTime.MIN.toInstant()
                : Instant.ofEpochSecond(epochSecond(micros), nanoOfSecond(micros));
    }

    static OffsetDateTime offsetDateTime(ByteBuf buffer, int start, int length) {
        long micros = buffer.getLong(start);
        if (micros == Long.MAX_VALUE) {
            return OffsetDateTime.MAX;
        }
        return micros == Long.MIN_VALUE
                ? OffsetDateTime.MIN
                : localDateTime(micros).atOffset(ZoneOffset.UTC);
    }

    static ZonedDateTime zonedDateTime(ByteBuf buffer, int start, int length) {
        return offsetDateTime(buffer, start, length).toZonedDateTime();
    }

    static LocalTime localTime(ByteBuf buffer, int start, int length) {
        long micros = buffer.getLong(start);
        // The driver writes 24:00:00 for the last nanosecond of the day, and reads it back as such in text format.
        return micros == MICROS_PER_DAY ? LocalTime.MAX : LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO);
    }

    static OffsetTime offsetTime(ByteBuf buffer, int start, int length) {
        LocalTime time = localTime(buffer, start, length);
        // PostgreSQL sends the offset in seconds west of Greenwich.
        return OffsetTime.of(time, ZoneOffset.ofTotalSeconds(-buffer.getInt(start + Long.BYTES)));
    }

    private static LocalDateTime localDateTime(long micros) {
        return LocalDateTime.ofEpochSecond(epochSecond(micros), nanoOfSecond(micros), ZoneOffset.UTC);
    }

    private static long epochSecond(long micros) {
        return Math.floorDiv(micros, MICROS_PER_SECOND) + EPOCH_SECOND;
    }

    private static int nanoOfSecond(long micros) {
        return (int) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO;
    }
}
