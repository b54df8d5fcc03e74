package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;

/** Finds the codec of the driver or of the application that decodes a value. */
final class OtherCodecs {

    private final CodecRegistry registry;

    OtherCodecs(CodecRegistry registry) {
        this.registry = registry;
    }

    @SuppressWarnings("unchecked") // a codec that can decode a type returns that type
    <T> Codec<T> find(PostgresqlObjectId dataType, Format format, Class<T> type) {
        for (Codec<?> codec : this.registry) {
            if (!(codec instanceof BinaryCodec) && codec.canDecode(dataType.getObjectId(), format, type)) {
                return (Codec<T>) codec;
            }
        }
        throw new IllegalArgumentException("Cannot decode value of type " + type.getName() + " from " + dataType);
    }
}
