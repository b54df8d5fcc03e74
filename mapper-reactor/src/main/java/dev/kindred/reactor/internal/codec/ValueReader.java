package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;

/** Reads one non-null value from its bytes. Thread-safe. */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * Returns the value whose bytes are the {@code length} bytes of {@code buffer} from the index {@code start} on.
     * Implementations do not change the indexes of the buffer, and do not retain it.
     *
     * @throws IllegalArgumentException if the class has no equal value; the message does not contain the value
     */
    T read(ByteBuf buffer, int start, int length);
}
