package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Reads values that are part of a larger buffer. */
final class Values {

    private static final int BEFORE = 3;

    private Values() {}

    /** Returns what {@code reader} reads from the readable bytes of {@code value}. */
    static <T> T read(ValueReader<T> reader, ByteBuf value) {
        int length = value.readableBytes();
        ByteBuf larger = Unpooled.buffer().writeZero(BEFORE).writeBytes(value).writeZero(BEFORE);
        return reader.read(larger, BEFORE, length);
    }
}
