package dev.kindred.reactor.internal.codec;

import static io.r2dbc.postgresql.message.Format.FORMAT_BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares the direct readers of arrays with the codecs of the driver. */
class OneDimensionTests {

    private final DefaultCodecs driver =
            new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT, false, () -> ZoneOffset.UTC);

    private final DirectReaders readers = new DirectReaders(Map.of(), this.driver);

    @Test
    void elementsAreReadAsByTheDriver() {
        ByteBuf numbers = header(1, 23).writeInt(3).writeInt(1);
        numbers.writeInt(4).writeInt(7).writeInt(-1).writeInt(4).writeInt(-7);
        ByteBuf texts = header(1, 25).writeInt(2).writeInt(-3);
        texts.writeInt(2).writeCharSequence("ä", StandardCharsets.UTF_8);
        texts.writeInt(0);

        assertThat((Integer[]) direct(Integer[].class, PostgresqlObjectId.INT4_ARRAY, numbers))
                .containsExactly(7, null, -7)
                .isEqualTo(this.driver.decode(numbers, 1007, FORMAT_BINARY, Integer[].class));
        assertThat((String[]) direct(String[].class, PostgresqlObjectId.TEXT_ARRAY, texts))
                .containsExactly("ä", "")
                .isEqualTo(this.driver.decode(texts, 1009, FORMAT_BINARY, String[].class));
    }

    @Test
    void anEmptyArrayIsRead() {
        assertThat((Long[]) direct(Long[].class, PostgresqlObjectId.INT8_ARRAY, header(0, 20)))
                .isEmpty();
    }

    @Test
    void theDriverReadsSeveralDimensions() {
        assertThat(direct(Long[].class, PostgresqlObjectId.INT8_ARRAY, header(2, 20)))
                .isSameAs(ValueReader.BY_DRIVER);
    }

    private Object direct(Class<?> type, PostgresqlObjectId dataType, ByteBuf value) {
        return Values.read(
                Objects.requireNonNull(this.readers.find(type, dataType.getObjectId(), FORMAT_BINARY)),
                value.duplicate());
    }

    private static ByteBuf header(int dimensions, int element) {
        return Unpooled.buffer().writeInt(dimensions).writeInt(1).writeInt(element);
    }
}
