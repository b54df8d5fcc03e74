package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.Interval;

/** Reads {@code interval}: microseconds, days and months, each with its own sign. */
final class IntervalReader {

    private static final int MICROS_PER_SECOND = 1_000_000;

    private static final int MONTHS_PER_YEAR = 12;

    private IntervalReader() {}

    static Interval interval(ByteBuf buffer, int start, int length) {
        long micros = buffer.getLong(start);
        int days = buffer.getInt(start + Long.BYTES);
        int months = buffer.getInt(start + Long.BYTES + Integer.BYTES);
        if (isInfinite(micros, days, months)) {
            throw new IllegalArgumentException(
                    "interval " + (days > 0 ? "infinity" : "-infinity") + " has no Interval value");
        }
        long seconds = micros / MICROS_PER_SECOND;
        long hours = seconds / 3_600;
        if (hours != (int) hours) {
            throw new IllegalArgumentException("An interval of " + hours + " hours exceeds the range of Interval");
        }
        return Interval.of(
                months / MONTHS_PER_YEAR,
                months % MONTHS_PER_YEAR,
                days,
                (int) hours,
                (int) (seconds / 60 % 60),
                (int) (seconds % 60),
                (int) (micros % MICROS_PER_SECOND));
    }

    private static boolean isInfinite(long micros, int days, int months) {
        return (micros == Long.MAX_VALUE && days == Integer.MAX_VALUE && months == Integer.MAX_VALUE)
                || (micros == Long.MIN_VALUE && days == Integer.MIN_VALUE && months == Integer.MIN_VALUE);
    }
}
