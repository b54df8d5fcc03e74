package dev.kindred.internal.util;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Converts numbers to another class without loss. Thread-safe: it has no state. */
public final class ExactNumbers {

    /**
     * PostgreSQL supports at most this many digits before the decimal point. Without the limit, a large exponent could
     * exhaust the memory.
     */
    private static final int MOST_DIGITS = 131_072;

    private static final int DIGITS_OF_LONG = 19;

    private ExactNumbers() {}

    /**
     * Returns {@code number} as a {@code type}, or null if {@code type} has no equal number. A fraction becomes a float
     * or a double if the decimal text of both is equal.
     */
    public static @Nullable Number convert(Class<?> type, Number number) {
        if (type.isInstance(number)) {
            return number;
        }
        if (type == BigDecimal.class) {
            return decimal(number);
        }
        if (type == BigInteger.class) {
            return big(number);
        }
        if (type == Double.class) {
            return number instanceof Float single ? (Double) single.doubleValue() : twice(number);
        }
        return type == Float.class ? single(number) : integer(type, number);
    }

    private static @Nullable Number integer(Class<?> type, Number number) {
        @Nullable Long value = whole(number);
        if (value == null || type == Long.class) {
            return value;
        }
        long whole = value;
        if (type == Integer.class && whole == (int) whole) {
            return (int) whole;
        }
        if (type == Short.class && whole == (short) whole) {
            return (short) whole;
        }
        return type == Byte.class && whole == (byte) whole ? (Byte) (byte) whole : null;
    }

    private static @Nullable Long whole(Number number) {
        if (isInteger(number)) {
            return number.longValue();
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return value == Math.rint(value) && isInRangeOfLong(value) ? (Long) (long) value : null;
        }
        if (number instanceof BigInteger value) {
            return value.bitLength() < Long.SIZE ? (Long) value.longValue() : null;
        }
        return number instanceof BigDecimal value ? whole(value) : null;
    }

    private static @Nullable Long whole(BigDecimal number) {
        if (number.signum() == 0) {
            return 0L;
        }
        long digits = (long) number.precision() - number.scale();
        if (digits <= 0 || digits > DIGITS_OF_LONG) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 0 ? null : whole(stripped.toBigInteger());
    }

    private static @Nullable BigInteger big(Number number) {
        @Nullable BigDecimal decimal = decimal(number);
        if (decimal == null || (long) decimal.precision() - decimal.scale() > MOST_DIGITS) {
            return null;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() > 0 ? null : stripped.toBigInteger();
    }

    private static @Nullable BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (isInteger(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        double value = number.doubleValue();
        if (!(number instanceof Double || number instanceof Float) || !Double.isFinite(value)) {
            return null;
        }
        return value == Math.rint(value) ? new BigDecimal(value) : new BigDecimal(number.toString());
    }

    private static @Nullable Double twice(Number number) {
        double value = number.doubleValue();
        if (isInteger(number)) {
            return isInRangeOfLong(value) && (long) value == number.longValue() ? (Double) value : null;
        }
        @Nullable BigDecimal decimal = decimal(number);
        return decimal != null && Double.isFinite(value) && isSame(decimal, value, Double.toString(value))
                ? (Double) value
                : null;
    }

    private static @Nullable Float single(Number number) {
        float value = number.floatValue();
        if (isInteger(number)) {
            return isInRangeOfLong(value) && (long) value == number.longValue() ? (Float) value : null;
        }
        if (number instanceof Double) {
            return Double.compare(value, number.doubleValue()) == 0 ? (Float) value : null;
        }
        @Nullable BigDecimal decimal = decimal(number);
        return decimal != null && Float.isFinite(value) && isSame(decimal, value, Float.toString(value))
                ? (Float) value
                : null;
    }

    private static boolean isSame(BigDecimal number, double value, String text) {
        return new BigDecimal(text).compareTo(number) == 0 || new BigDecimal(value).compareTo(number) == 0;
    }

    /** The greatest long has no exact double. The next greater double is already out of range. */
    private static boolean isInRangeOfLong(double value) {
        return value >= -0x1p63 && value < 0x1p63;
    }

    private static boolean isInteger(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }
}
