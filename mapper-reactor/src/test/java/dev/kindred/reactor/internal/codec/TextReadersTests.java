package dev.kindred.reactor.internal.codec;

import static io.r2dbc.postgresql.message.Format.FORMAT_BINARY;
import static io.r2dbc.postgresql.message.Format.FORMAT_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the direct readers with the codecs of the driver. */
class TextReadersTests {

    private static final Map<String, Class<?>> CLASSES = Map.of(
            "short", Short.class,
            "int", Integer.class,
            "long", Long.class,
            "bool", Boolean.class,
            "uuid", UUID.class,
            "string", String.class);

    private final DefaultCodecs driver =
            new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT, false, () -> ZoneOffset.UTC);

    private final DirectReaders readers = new DirectReaders(Map.of(), this.driver);

    @ParameterizedTest
    @CsvSource({
        "short, INT2, -32768",
        "short, INT2, 32767",
        "int, INT2, -7",
        "int, INT4, -2147483648",
        "int, INT4, 0",
        "long, INT2, 12",
        "long, INT4, 2147483647",
        "long, INT8, -9223372036854775808",
        "long, INT8, 9223372036854775807",
        "bool, BOOL, t",
        "bool, BOOL, f",
        "uuid, UUID, 6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "string, TEXT, 'ä\uD83C\uDF88 '",
        "string, BPCHAR, 'x  '",
        "string, NAME, ''",
    })
    void readWhatTheDriverReads(String type, PostgresqlObjectId dataType, String text) {
        ByteBuf value = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);

        assertThat(this.direct(CLASSES.get(type), dataType.getObjectId(), FORMAT_TEXT, value))
                .isEqualTo(this.driver.decode(value, dataType.getObjectId(), FORMAT_TEXT, CLASSES.get(type)));
    }

    @ParameterizedTest
    @CsvSource({"FORMAT_TEXT", "FORMAT_BINARY"})
    void readTypesThatTheDriverDoesNotKnowAsText(Format format) {
        ByteBuf value = Unpooled.copiedBuffer("happy", StandardCharsets.UTF_8);

        assertThat(this.direct(String.class, 99_999, format, value)).isEqualTo("happy");
        assertThat(this.driver.decode(value, 99_999, format, String.class)).isEqualTo("happy");
        assertThat(this.readers.find(Long.class, 99_999, format)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "short, INT2, 2",
        "int, INT2, 2",
        "int, INT4, 4",
        "long, INT2, 2",
        "long, INT4, 4",
        "long, INT8, 8",
        "bool, BOOL, 1",
        "uuid, UUID, 16"
    })
    void readTheBytesThatTheDriverReads(String type, PostgresqlObjectId dataType, int length) {
        for (Consumer<ByteBuf> bytes : List.<Consumer<ByteBuf>>of(
                value -> value.writeZero(length), value -> value.writeByte(1).writeZero(length - 1), value -> {
                    for (int i = 0; i < length; i++) {
                        value.writeByte(0xFE - i);
                    }
                })) {
            ByteBuf value = Unpooled.buffer();
            bytes.accept(value);

            assertThat(this.direct(CLASSES.get(type), dataType.getObjectId(), FORMAT_BINARY, value))
                    .isEqualTo(this.driver.decode(
                            value.duplicate(), dataType.getObjectId(), FORMAT_BINARY, CLASSES.get(type)));
        }
    }

    private Object direct(Class<?> type, int dataType, Format format, ByteBuf value) {
        return Values.read(Objects.requireNonNull(this.readers.find(type, dataType, format)), value.duplicate());
    }
}
