package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads {@code jsonb}: one byte with the version of the format, then the JSON text. */
final class JsonbReader {

    private JsonbReader() {}

    static String string(ByteBuf value) {
        return skipVersion(value).toString(StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuf value) {
        return ByteBufUtil.getBytes(skipVersion(value));
    }

    static ByteBuffer byteBuffer(ByteBuf value) {
        return ByteBuffer.wrap(bytes(value));
    }

    private static ByteBuf skipVersion(ByteBuf value) {
        int version = value.readByte();
        if (version != 1) {
            throw new IllegalArgumentException("Unknown version of the binary format of jsonb: " + version);
        }
        return value;
    }
}
