package dev.kindred.it.support;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Shows the values that any connection of the JVM binds to {@link Leaks}. The driver discovers it. It changes no
 * value. Safe for use by many threads.
 */
public final class BoundValues implements CodecRegistrar {

    private static final List<Class<?>> TYPES = List.of(String.class, String[].class, UUID.class, UUID[].class);

    /** Called by the driver. */
    public BoundValues() {}

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        if (!LeakGuard.isWanted()) {
            return Mono.empty();
        }
        return Mono.fromRunnable(() -> TYPES.forEach(type -> registry.addFirst(new Seen(type, registry))));
    }

    /** Encodes with the next codec of the driver for the same value. */
    private record Seen(Class<?> type, CodecRegistry all) implements Codec<Object>, CodecMetadata {

        @Override
        public boolean canEncode(Object value) {
            return type.isInstance(value);
        }

        @Override
        public EncodedParameter encode(Object value) {
            Leaks.bound(value);
            return next(value).encode(value);
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            Leaks.bound(value);
            return next(value).encode(value, dataType);
        }

        @Override
        public boolean canEncodeNull(Class<?> wanted) {
            return false;
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException("canEncodeNull is false");
        }

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> wanted) {
            return false;
        }

        @Override
        public Object decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<?> wanted) {
            throw new UnsupportedOperationException("canDecode is false");
        }

        @Override
        public Iterable<? extends PostgresTypeIdentifier> getDataTypes() {
            return List.of();
        }

        private Codec<?> next(Object value) {
            for (Codec<?> codec : all) {
                if (!(codec instanceof Seen) && codec.canEncode(value)) {
                    return codec;
                }
            }
            throw new IllegalArgumentException("The driver has no codec for " + value.getClass());
        }
    }
}
