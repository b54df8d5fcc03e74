package dev.kindred.it.support;

import dev.kindred.reactor.internal.codec.RawValue;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Makes a connection refuse to hand out the bytes of its values, as the connections of other pools do. The mapper then
 * reads each value through the driver.
 */
public final class BytesRefused implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new Refusal()));
    }

    private static final class Refusal implements Codec<RawValue> {

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> type) {
            return type == RawValue.class;
        }

        @Override
        public boolean canEncode(Object value) {
            return false;
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return false;
        }

        @Override
        public @Nullable RawValue decode(
                @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends RawValue> type) {
            throw new IllegalArgumentException("Cannot decode value of type " + type.getName());
        }

        @Override
        public EncodedParameter encode(Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException();
        }
    }
}
