package dev.kindred.reactor.internal.codec;

import static dev.kindred.reactor.internal.codec.Values.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.codec.Interval;
import org.junit.jupiter.api.Test;

class IntervalReaderTests {

    @Test
    void readsEachPartWithItsSign() {
        assertThat(read(IntervalReader::interval, interval(14_706_789_012L, 3, 14)))
                .isEqualTo(Interval.of(1, 2, 3, 4, 5, 6, 789_012));
        assertThat(read(IntervalReader::interval, interval(-14_706_789_012L, 3, -14)))
                .isEqualTo(Interval.of(-1, -2, 3, -4, -5, -6, -789_012));
        assertThat(read(IntervalReader::interval, interval(0, 0, 0))).isEqualTo(Interval.ZERO);
    }

    @Test
    void keepsHoursBeyondADay() {
        assertThat(read(IntervalReader::interval, interval(100 * 3_600_000_000L, 0, 0)))
                .isEqualTo(Interval.of(0, 0, 0, 100, 0, 0, 0));
    }

    @Test
    void refusesWhatIntervalCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(IntervalReader::interval, interval(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .withMessage("interval infinity has no Interval value");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(IntervalReader::interval, interval(Long.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE)))
                .withMessage("interval -infinity has no Interval value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(IntervalReader::interval, interval(Long.MAX_VALUE, 0, 0)))
                .withMessageContaining("2562047788 hours");
    }

    private static ByteBuf interval(long micros, int days, int months) {
        return Unpooled.buffer().writeLong(micros).writeInt(days).writeInt(months);
    }
}
