package dev.kindred.reactor.internal.codec;

import static io.r2dbc.postgresql.message.Format.FORMAT_BINARY;
import static io.r2dbc.postgresql.message.Format.FORMAT_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BinaryCodecsTests {

    private final DefaultCodecs driver =
            new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT, false, () -> ZoneOffset.UTC);

    private final DefaultCodecs codecs =
            new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT, false, () -> ZoneOffset.UTC);

    BinaryCodecsTests() {
        BinaryCodecs.register(this.codecs);
    }

    @Test
    void winsOverTheDriverForItsTypes() {
        ByteBuf zero =
                Unpooled.buffer().writeShort(0).writeShort(0).writeShort(0).writeShort(2);

        assertThat(decode(zero, PostgresqlObjectId.NUMERIC, BigDecimal.class)).isEqualTo(new BigDecimal("0.00"));
        assertThat(decode(int8(-500_000), PostgresqlObjectId.TIMESTAMP, LocalDateTime.class))
                .isEqualTo(LocalDateTime.parse("1999-12-31T23:59:59.5"));
    }

    @Test
    void staysFirstAfterAnotherCodecIsAdded() {
        BinaryCodec another = new BinaryCodec(
                new ReaderCatalog()
                        .value(
                                UUID.class,
                                PostgresqlObjectId.INT4,
                                (buffer, start, length) -> new UUID(0, buffer.getInt(start))),
                this.codecs);

        this.codecs.addLast(another);

        assertThat(decode(int8(-500_000), PostgresqlObjectId.TIMESTAMP, LocalDateTime.class))
                .isEqualTo(LocalDateTime.parse("1999-12-31T23:59:59.5"));
        assertThat(decode(Unpooled.buffer().writeInt(1), PostgresqlObjectId.INT4, UUID.class))
                .isEqualTo(new UUID(0, 1));
    }

    @Test
    void leavesTheTextFormatAndSupertypesToTheDriver() {
        Codec<?> codec = this.codecs.iterator().next();

        assertThat(codec).isInstanceOf(BinaryCodec.class);
        assertThat(codec.canDecode(1700, FORMAT_BINARY, BigDecimal.class)).isTrue();
        assertThat(codec.canDecode(1700, FORMAT_TEXT, BigDecimal.class)).isFalse();
        assertThat(codec.canDecode(1700, FORMAT_BINARY, Object.class)).isFalse();
        assertThat(codec.canDecode(1700, FORMAT_BINARY, Number.class)).isFalse();
        for (PostgresqlObjectId id : PostgresqlObjectId.values()) {
            assertThat(this.codecs.preferredType(id.getObjectId(), FORMAT_BINARY))
                    .isEqualTo(this.driver.preferredType(id.getObjectId(), FORMAT_BINARY));
        }
    }

    @Test
    void leavesEncodingToTheDriver() {
        for (Object value : List.of(
                BigDecimal.ONE, 1, 1L, 1.5, "a", new byte[] {1}, Instant.EPOCH, LocalDate.EPOCH, new Long[] {1L})) {
            assertThat(this.codecs.encode(value))
                    .usingRecursiveComparison()
                    .comparingOnlyFields("format", "type")
                    .isEqualTo(this.driver.encode(value));
            assertThat(this.codecs.encodeNull(value.getClass())).isEqualTo(this.driver.encodeNull(value.getClass()));
        }
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> this.codecs.iterator().next().encode("a"));
    }

    @Test
    void convertsBetweenTemporalTypes() {
        assertThat(decode(int8(-500_000), PostgresqlObjectId.TIMESTAMP, Instant.class))
                .isEqualTo(Instant.parse("1999-12-31T23:59:59.5Z"));
        assertThat(decode(int8(500_000), PostgresqlObjectId.TIMESTAMP, Instant.class))
                .isEqualTo(Instant.parse("2000-01-01T00:00:00.5Z"));
        assertThat(decode(int8(-63_082_367_999_999_999L), PostgresqlObjectId.TIMESTAMPTZ, LocalDateTime.class))
                .isEqualTo(LocalDateTime.of(0, 12, 31, 0, 0, 0, 1_000));
        assertThat(decode(int8(Long.MAX_VALUE), PostgresqlObjectId.TIMESTAMP, LocalDate.class))
                .isEqualTo(LocalDate.MAX);
        assertThat(decode(Unpooled.buffer().writeInt(Integer.MIN_VALUE), PostgresqlObjectId.DATE, LocalDateTime.class))
                .isEqualTo(LocalDate.MIN.atStartOfDay());
    }

    @Test
    void readsStringsOfWhatIsNotText() {
        UUID uuid = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        ByteBuf bytes = int8(uuid.getMostSignificantBits()).writeLong(uuid.getLeastSignificantBits());

        assertThat(decode(bytes, PostgresqlObjectId.UUID, String.class)).isEqualTo(uuid.toString());
        assertThat(decode(jsonb(1), PostgresqlObjectId.JSONB, String.class)).isEqualTo("{}");
        assertThat(decode(jsonb(1), PostgresqlObjectId.JSONB, byte[].class)).isEqualTo(new byte[] {'{', '}'});
        assertThatIllegalArgumentException().isThrownBy(() -> decode(jsonb(2), PostgresqlObjectId.JSONB, String.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(int8(0), PostgresqlObjectId.TIMESTAMP, String.class))
                .withMessageContaining("cast it to text");
    }

    @Test
    void readsNull() {
        Codec<?> codec = this.codecs.iterator().next();

        assertThat(((BinaryCodec) codec).decode(null, 1184, FORMAT_BINARY, OffsetDateTime.class))
                .isNull();
    }

    private <T> T decode(ByteBuf value, PostgresqlObjectId dataType, Class<T> type) {
        return Objects.requireNonNull(this.codecs.decode(value, dataType.getObjectId(), FORMAT_BINARY, type));
    }

    private static ByteBuf int8(long value) {
        return Unpooled.buffer().writeLong(value);
    }

    private static ByteBuf jsonb(int version) {
        ByteBuf value = Unpooled.buffer().writeByte(version);
        value.writeCharSequence("{}", StandardCharsets.UTF_8);
        return value;
    }
}
