package dev.kindred.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExactNumbersTests {

    private static final BigInteger BEYOND_LONG = BigInteger.ONE.shiftLeft(63);

    static Stream<Arguments> equalNumbers() {
        return Stream.of(
                Arguments.of(5L, (short) 5),
                Arguments.of(127, (byte) 127),
                Arguments.of(-0.0, 0),
                Arguments.of(-0x1p63, Long.MIN_VALUE),
                Arguments.of(0x1p62f, 1L << 62),
                Arguments.of(new BigDecimal("5.00"), 5),
                Arguments.of(new BigDecimal("1e18"), 1_000_000_000_000_000_000L),
                Arguments.of(new BigDecimal("0e99999999"), 0L),
                Arguments.of(BigInteger.valueOf(Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of(0x1p63, BEYOND_LONG),
                Arguments.of(new BigDecimal("12e1"), BigInteger.valueOf(120)),
                Arguments.of(1L << 53, 0x1p53),
                Arguments.of(1 << 24, 0x1p24f),
                Arguments.of(0.5f, 0.5),
                Arguments.of(0.5, 0.5f),
                Arguments.of(Double.NaN, Float.NaN),
                Arguments.of(Double.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY),
                Arguments.of(new BigDecimal("0.1"), 0.1),
                Arguments.of(new BigDecimal("0.10"), 0.1f),
                Arguments.of(new BigDecimal(BigInteger.ONE.shiftLeft(60)), 0x1p60),
                Arguments.of(0.1, new BigDecimal("0.1")),
                Arguments.of(0x1p60, new BigDecimal(BigInteger.ONE.shiftLeft(60))));
    }

    @ParameterizedTest
    @MethodSource("equalNumbers")
    void aNumberBecomesAnEqualOneOfAnotherClass(Number number, Number expected) {
        assertThat(ExactNumbers.convert(expected.getClass(), number)).isEqualTo(expected);
    }

    static Stream<Arguments> numbersWithoutAnEqual() {
        return Stream.of(
                Arguments.of(32_768, Short.class),
                Arguments.of(128, Byte.class),
                Arguments.of(99_999_999_999L, Integer.class),
                Arguments.of(BEYOND_LONG, Long.class),
                Arguments.of(0x1p63, Long.class),
                Arguments.of(0.5, Integer.class),
                Arguments.of(Double.NaN, Long.class),
                Arguments.of(Double.POSITIVE_INFINITY, Long.class),
                Arguments.of(new BigDecimal("1.9"), Integer.class),
                Arguments.of(new BigDecimal("0.1"), Long.class),
                Arguments.of(new BigDecimal("1e999999999"), Long.class),
                Arguments.of(new BigDecimal("1e999999999"), BigInteger.class),
                Arguments.of(new BigDecimal("1e-999999999"), BigInteger.class),
                Arguments.of(1.5, BigInteger.class),
                Arguments.of(Double.NaN, BigDecimal.class),
                Arguments.of(Float.NEGATIVE_INFINITY, BigDecimal.class),
                Arguments.of((1L << 53) + 1, Double.class),
                Arguments.of(Long.MAX_VALUE, Double.class),
                Arguments.of(Long.MAX_VALUE, Float.class),
                Arguments.of((1 << 24) + 1, Float.class),
                Arguments.of(0.1, Float.class),
                Arguments.of(1e300, Float.class),
                Arguments.of(1e-300, Float.class),
                Arguments.of(new BigDecimal("1e400"), Double.class),
                Arguments.of(new BigDecimal("1e-400"), Double.class),
                Arguments.of(new BigDecimal("0.12345678901234567890"), Double.class));
    }

    @ParameterizedTest
    @MethodSource("numbersWithoutAnEqual")
    void aNumberWithoutAnEqualBecomesNone(Number number, Class<?> type) {
        assertThat(ExactNumbers.convert(type, number)).isNull();
    }

    @Test
    void aNumberOfAnInputIsNeverChanged() {
        assertThat(Conversions.fromInput(Float.class, 0.1)).isEqualTo(0.1f);
        assertThat(Conversions.fromInput(Integer.class, 5.0)).isEqualTo(5);
        assertThat(Conversions.fromInput(Integer.class, new BigDecimal("5.00"))).isEqualTo(5);
        assertThat(Conversions.fromInput(Long.class, BigInteger.TEN)).isEqualTo(10L);
        assertThat(Conversions.fromInput(Byte.class, 5)).isEqualTo((byte) 5);
        assertThat(Conversions.fromInput(BigDecimal.class, 0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(Conversions.fromInput(Integer.class, 5.5)).isNull();
        assertThat(Conversions.fromInput(Float.class, 1e300)).isNull();
        assertThat(Conversions.fromInput(Double.class, BigInteger.TEN.pow(400))).isNull();
        assertThat(Conversions.fromInput(Double.class, (1L << 53) + 1)).isNull();
        assertThat(Conversions.fromInput(BigInteger.class, new BigDecimal("1e999999999")))
                .isNull();
    }
}
