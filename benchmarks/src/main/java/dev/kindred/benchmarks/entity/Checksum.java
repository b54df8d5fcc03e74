package dev.kindred.benchmarks.entity;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A checksum over the members of one row, in their order. Mutable and confined to one thread. */
final class Checksum {

    private static final int SCALE = 8;

    private long sum;

    Checksum add(long value) {
        sum = sum * 31 + value;
        return this;
    }

    Checksum add(@Nullable Long value) {
        return add(value == null ? Long.MIN_VALUE : value.longValue());
    }

    Checksum add(@Nullable Integer value) {
        return add(value == null ? Long.MIN_VALUE : value.longValue());
    }

    Checksum add(boolean value) {
        return add(value ? 7L : 3L);
    }

    Checksum add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    Checksum add(BigDecimal value) {
        return add(value.movePointRight(SCALE).longValue());
    }

    Checksum add(@Nullable OffsetDateTime value) {
        return value == null ? add(Long.MIN_VALUE) : add(value.toEpochSecond()).add((long) value.getNano());
    }

    Checksum add(@Nullable String value) {
        return add(value == null ? Long.MIN_VALUE : (long) value.hashCode());
    }

    Checksum add(byte[] value) {
        return add((long) Arrays.hashCode(value));
    }

    /** Adds a value whose hash code is the same for all peers. */
    Checksum addHash(Object value) {
        return add((long) value.hashCode());
    }

    Checksum addAll(Object[] values) {
        return add((long) Arrays.hashCode(values));
    }

    long sum() {
        return sum;
    }
}
