package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;

/** Reads one non-null value in binary format; the buffer's readable bytes are exactly that value's. */
@FunctionalInterface
interface ValueReader<T> {

    T read(ByteBuf value);
}
