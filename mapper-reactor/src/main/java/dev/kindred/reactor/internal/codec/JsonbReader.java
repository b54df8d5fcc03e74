package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads {@code jsonb}: one byte with the version of the format, then the JSON text. */
final class JsonbReader {

    private JsonbReader() {}

    static String string(ByteBuf buffer, int start, int length) {
        requireVersion(buffer, start);
        return buffer.toString(start + 1, length - 1, StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuf buffer, int start, int length) {
        requireVersion(buffer, start);
        return ByteBufUtil.getBytes(buffer, start + 1, length - 1);
    }

    static ByteBuffer byteBuffer(ByteBuf buffer, int start, int length) {
        return ByteBuffer.wrap(bytes(buffer, start, length));
    }

    private static void requireVersion(ByteBuf buffer, int start) {
        int version = buffer.getByte(start);
        if (version != 1) {
            throw new IllegalArgumentException("Unknown version of the binary format of jsonb: " + version);
        }
    }
}
