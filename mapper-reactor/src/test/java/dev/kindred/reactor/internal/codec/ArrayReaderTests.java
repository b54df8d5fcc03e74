package dev.kindred.reactor.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArrayReaderTests {

    private final ArrayReader<LocalDate> reader = new ArrayReader<>(LocalDate.class, TemporalReader::localDate);

    @Test
    void keepsNullElements() {
        ByteBuf value = header(1).writeInt(2).writeInt(5);
        value.writeInt(-1);
        value.writeInt(Integer.BYTES).writeInt(1);

        assertThat(Values.read(this.reader, value)).containsExactly(null, LocalDate.of(2000, 1, 2));
    }

    @Test
    void readsAnEmptyArray() {
        assertThat(Values.read(this.reader, header(0))).isEmpty();
    }

    @Test
    void refusesSeveralDimensions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.read(this.reader, header(2)))
                .withMessage("An array of 2 dimensions cannot be read as LocalDate[]: only one dimension is supported");
    }

    private static ByteBuf header(int dimensions) {
        return Unpooled.buffer().writeInt(dimensions).writeInt(0).writeInt(1082);
    }
}
