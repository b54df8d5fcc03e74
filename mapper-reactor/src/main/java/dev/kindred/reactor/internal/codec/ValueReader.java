package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;

/** Reads one non-null value in binary format. The readable bytes of the buffer are the bytes of the value. */
@FunctionalInterface
interface ValueReader<T> {

    T read(ByteBuf value);
}
