package dev.kindred.reactor.internal.codec;

import static io.r2dbc.postgresql.message.Format.FORMAT_BINARY;
import static io.r2dbc.postgresql.message.Format.FORMAT_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DirectReadersTests {

    private final DefaultCodecs codecs =
            new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT, false, () -> ZoneOffset.UTC);

    DirectReadersTests() {
        BinaryCodecs.register(this.codecs);
    }

    @Test
    void aValueIsHandedOutInBothFormats() {
        ByteBuf value = Unpooled.buffer().writeInt(5);

        for (Format format : Format.values()) {
            RawValue raw = Objects.requireNonNull(this.codecs.decode(value, 23, format, RawValue.class));

            assertThat(raw.take()).isSameAs(value);
            assertThat(raw.format()).isEqualTo(format);
        }
        assertThat(value.readableBytes()).isEqualTo(4);
        assertThat(value.refCnt()).isEqualTo(1);
    }

    @Test
    void correctedTypesComeBeforeOthers() {
        assertThat(find(BigDecimal.class, PostgresqlObjectId.NUMERIC, FORMAT_BINARY))
                .isNotNull();
        assertThat(find(Long.class, PostgresqlObjectId.NUMERIC, FORMAT_BINARY)).isNotNull();
        assertThat(find(Long.class, PostgresqlObjectId.INT8, FORMAT_BINARY)).isNotNull();
    }

    @Test
    void theDriverReadsOtherTypes() {
        assertThat(find(BigDecimal.class, PostgresqlObjectId.NUMERIC, FORMAT_TEXT))
                .isNull();
        assertThat(find(Object.class, PostgresqlObjectId.INT8, FORMAT_BINARY)).isNull();
        assertThat(find(Integer.class, PostgresqlObjectId.INT8, FORMAT_BINARY)).isNull();
    }

    @Test
    void aCodecOfTheApplicationReadsItsType() {
        this.codecs.addFirst((Codec<?>) Proxy.newProxyInstance(
                Codec.class.getClassLoader(), new Class<?>[] {Codec.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("canDecode")) {
                        return arguments[0].equals(20) && arguments[2] == Long.class;
                    }
                    return method.getName().startsWith("can") ? false : null;
                }));

        assertThat(find(Long.class, PostgresqlObjectId.INT8, FORMAT_BINARY)).isNull();
        assertThat(find(Long.class, PostgresqlObjectId.INT4, FORMAT_BINARY)).isNotNull();
    }

    private ValueReader<?> find(Class<?> type, PostgresqlObjectId dataType, Format format) {
        return Objects.requireNonNull(this.codecs.decode(Unpooled.buffer(), 25, format, RawValue.class))
                .readers()
                .find(type, dataType.getObjectId(), format);
    }
}
