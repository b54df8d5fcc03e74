package dev.kindred.reactor.internal.codec;

import static dev.kindred.reactor.internal.codec.Values.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericReaderTests {

    private static final int PLUS = 0;

    private static final int MINUS = 0x4000;

    @Test
    void keepsTheScaleOfZero() {
        assertThat(read(NumericReader::bigDecimal, numeric(0, PLUS, 2))).isEqualTo(new BigDecimal("0.00"));
        assertThat(read(NumericReader::bigDecimal, numeric(0, PLUS, 0))).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void readsValuesThatFitLong() {
        assertThat(read(NumericReader::bigDecimal, numeric(1, PLUS, 2, 12, 3456, 7800)))
                .isEqualTo(new BigDecimal("123456.78"));
        assertThat(read(NumericReader::bigDecimal, numeric(0, MINUS, 1, 1, 5000)))
                .isEqualTo(new BigDecimal("-1.5"));
        assertThat(read(NumericReader::bigDecimal, numeric(-1, PLUS, 5, 10))).isEqualTo(new BigDecimal("0.00100"));
        assertThat(read(NumericReader::bigDecimal, numeric(2, PLUS, 3, 7))).isEqualTo(new BigDecimal("700000000.000"));
        assertThat(read(NumericReader::bigDecimal, numeric(3, PLUS, 0, 9999, 9999, 9999, 9999)))
                .isEqualTo(new BigDecimal("9999999999999999"));
    }

    @Test
    void readsFewDigitsThatDoNotFitLongAtTheirScale() {
        assertThat(read(NumericReader::bigDecimal, numeric(25, MINUS, 20, 1)))
                .isEqualTo(new BigDecimal("-1e100").setScale(20));
        assertThat(read(NumericReader::bigDecimal, numeric(3, PLUS, 4, 9999, 9999, 9999, 9999)))
                .isEqualTo(new BigDecimal("9999999999999999.0000"));
        assertThat(read(NumericReader::bigDecimal, numeric(-5, PLUS, 20, 1))).isEqualTo(new BigDecimal("1E-20"));
    }

    @Test
    void readsManyGroups() {
        assertThat(read(NumericReader::bigDecimal, numeric(3, MINUS, 9, 1234, 5678, 9012, 3456, 7890, 1234, 5000)))
                .isEqualTo(new BigDecimal("-1234567890123456.789012345"));
    }

    @Test
    void readsMoreGroupsThanShortCanCount() {
        int[] groups = new int[36_864];
        Arrays.fill(groups, 1111);
        groups[groups.length - 1] = 1110;

        assertThat(read(NumericReader::bigDecimal, numeric(32_767, PLUS, 16_383, groups)))
                .isEqualTo(new BigDecimal("1".repeat(131_072) + '.' + "1".repeat(16_383)));
    }

    @Test
    void readsBigIntegerUnlessThereIsAFraction() {
        assertThat(read(NumericReader::bigInteger, numeric(1, MINUS, 0, 12, 3456)))
                .isEqualTo(BigInteger.valueOf(-123_456));
        assertThat(read(NumericReader::bigInteger, numeric(0, PLUS, 2, 5))).isEqualTo(BigInteger.valueOf(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(NumericReader::bigInteger, numeric(0, PLUS, 1, 1, 5000)))
                .withMessage("numeric 1.5 has a fraction, so it has no equal BigInteger");
    }

    @ParameterizedTest
    @CsvSource({"0xC000, NaN", "0xD000, Infinity", "0xF000, -Infinity"})
    void refusesWhatIsNoNumber(String sign, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(NumericReader::bigDecimal, numeric(0, Integer.decode(sign), 0)))
                .withMessage("numeric " + name + " has no equal BigDecimal");
        assertThat(read(NumericReader::text, numeric(0, Integer.decode(sign), 0)))
                .isEqualTo(name);
    }

    @Test
    void readsPlainText() {
        assertThat(read(NumericReader::text, numeric(5, MINUS, 2, 1))).isEqualTo("-100000000000000000000.00");
    }

    private static ByteBuf numeric(int weight, int sign, int scale, int... groups) {
        ByteBuf value = Unpooled.buffer()
                .writeShort(groups.length)
                .writeShort(weight)
                .writeShort(sign)
                .writeShort(scale);
        for (int group : groups) {
            value.writeShort(group);
        }
        return value;
    }
}
