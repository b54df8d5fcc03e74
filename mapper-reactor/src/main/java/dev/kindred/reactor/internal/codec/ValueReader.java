package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;

/** Reads one non-null value from its bytes. Thread-safe. */
@FunctionalInterface
public interface ValueReader<T> {

    /** The result for a value that only the codecs of the connection can read. */
    Object BY_DRIVER = new Object();

    /**
     * Returns the value whose bytes are the {@code length} bytes of {@code buffer} from the index {@code start} on.
     * Implementations do not change the indexes of the buffer, and do not retain it.
     *
     * @throws IllegalArgumentException if the class has no equal value; the message does not contain the value
     */
    T read(ByteBuf buffer, int start, int length);
}
