package dev.kindred.reactor.internal.codec;

import dev.kindred.internal.util.ExactNumbers;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code numeric}: groups of four decimal digits, most significant first, and the display scale. The first group
 * has the value 10000<sup>weight</sup>.
 */
final class NumericReader {

    /** The index of the sign, after the number of groups and the weight. */
    private static final int SIGN = 2 * Short.BYTES;

    /** The index of the groups, after the sign and the scale. */
    private static final int GROUPS = 4 * Short.BYTES;

    private static final int NEGATIVE = 0x4000;

    private static final int NAN = 0xC000;

    private static final int POSITIVE_INFINITY = 0xD000;

    private static final int NEGATIVE_INFINITY = 0xF000;

    private static final int DIGITS_PER_GROUP = 4;

    /** The number of groups that always fit a {@code long}. */
    private static final int GROUPS_PER_LONG = 4;

    /** Above this number of groups, splitting into halves is faster than accumulating from left to right. */
    private static final int SEQUENTIAL_GROUPS = 64;

    private static final BigInteger[] GROUP_FACTORS = {
        BigInteger.ONE,
        BigInteger.valueOf(10_000L),
        BigInteger.valueOf(100_000_000L),
        BigInteger.valueOf(1_000_000_000_000L),
        BigInteger.valueOf(10_000_000_000_000_000L)
    };

    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        long power = 1;
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = power;
            power *= 10;
        }
    }

    private NumericReader() {}

    static BigDecimal bigDecimal(ByteBuf buffer, int start, int length) {
        int groups = buffer.getUnsignedShort(start);
        int weight = buffer.getShort(start + Short.BYTES);
        int sign = buffer.getUnsignedShort(start + SIGN);
        int scale = buffer.getUnsignedShort(start + SIGN + Short.BYTES);
        if (sign != 0 && sign != NEGATIVE) {
            throw new IllegalArgumentException("numeric " + special(sign) + " has no equal BigDecimal");
        }
        if (groups == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        int exponent = DIGITS_PER_GROUP * (weight - groups + 1);
        if (groups <= GROUPS_PER_LONG) {
            long unscaled = readLong(buffer, start + GROUPS, groups);
            return ofLong(sign == NEGATIVE ? -unscaled : unscaled, exponent, scale);
        }
        BigInteger unscaled = readBigInteger(buffer, start + GROUPS, groups);
        return exact(new BigDecimal(sign == NEGATIVE ? unscaled.negate() : unscaled, -exponent), scale);
    }

    static BigInteger bigInteger(ByteBuf buffer, int start, int length) {
        BigDecimal number = bigDecimal(buffer, start, length);
        if (number.scale() == 0) {
            return number.unscaledValue();
        }
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException ex) {
            throw new IllegalArgumentException(
                    "numeric " + number + " has a fraction, so it has no" + " equal BigInteger", ex);
        }
    }

    /** Returns the number as an equal value of {@code type}. */
    static <N extends Number> N exact(ByteBuf buffer, int start, int length, Class<N> type) {
        @Nullable Number number = ExactNumbers.convert(type, bigDecimal(buffer, start, length));
        if (number == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " has the same value as the numeric");
        }
        return type.cast(number);
    }

    /** Returns the text that PostgreSQL displays for the value. */
    static String text(ByteBuf buffer, int start, int length) {
        int sign = buffer.getUnsignedShort(start + SIGN);
        return sign == 0 || sign == NEGATIVE ? bigDecimal(buffer, start, length).toPlainString() : special(sign);
    }

    private static BigDecimal ofLong(long digits, int exponent, int scale) {
        // The last group is padded with zeros on the right, or its trailing zeros are omitted.
        int shift = exponent + scale;
        if (shift >= 0 && shift < POWERS_OF_TEN.length) {
            long power = POWERS_OF_TEN[shift];
            if (Math.abs(digits) <= Long.MAX_VALUE / power) {
                return BigDecimal.valueOf(digits * power, scale);
            }
        } else if (shift < 0 && -shift < POWERS_OF_TEN.length && digits % POWERS_OF_TEN[-shift] == 0) {
            return BigDecimal.valueOf(digits / POWERS_OF_TEN[-shift], scale);
        }
        return exact(BigDecimal.valueOf(digits, -exponent), scale);
    }

    private static BigDecimal exact(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static long readLong(ByteBuf buffer, int start, int groups) {
        long number = 0;
        for (int i = 0; i < groups; i++) {
            number = number * 10_000 + buffer.getUnsignedShort(start + i * Short.BYTES);
        }
        return number;
    }

    private static BigInteger readBigInteger(ByteBuf buffer, int start, int groups) {
        if (groups > SEQUENTIAL_GROUPS) {
            int low = groups / 2;
            BigInteger high = readBigInteger(buffer, start, groups - low);
            return high.multiply(BigInteger.TEN.pow(DIGITS_PER_GROUP * low))
                    .add(readBigInteger(buffer, start + (groups - low) * Short.BYTES, low));
        }
        BigInteger number = BigInteger.ZERO;
        for (int read = 0; read < groups; read += GROUPS_PER_LONG) {
            int count = Math.min(groups - read, GROUPS_PER_LONG);
            long part = readLong(buffer, start + read * Short.BYTES, count);
            number = number.multiply(GROUP_FACTORS[count]).add(BigInteger.valueOf(part));
        }
        return number;
    }

    private static String special(int sign) {
        return switch (sign) {
            case NAN -> "NaN";
            case POSITIVE_INFINITY -> "Infinity";
            case NEGATIVE_INFINITY -> "-Infinity";
            default -> throw new IllegalArgumentException("Unknown sign of a numeric: " + sign);
        };
    }
}
