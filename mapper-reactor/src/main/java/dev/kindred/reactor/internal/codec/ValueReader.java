package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import java.util.Objects;

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

    /** Returns the value of a reader of {@code Boolean}, as {@link #read} does. */
    default boolean readBoolean(ByteBuf buffer, int start, int length) {
        return (Boolean) boxed(buffer, start, length);
    }

    /** Returns the value of a reader of {@code Short}, as {@link #read} does. */
    default short readShort(ByteBuf buffer, int start, int length) {
        return (Short) boxed(buffer, start, length);
    }

    /** Returns the value of a reader of {@code Integer}, as {@link #read} does. */
    default int readInt(ByteBuf buffer, int start, int length) {
        return (Integer) boxed(buffer, start, length);
    }

    /** Returns the value of a reader of {@code Long}, as {@link #read} does. */
    default long readLong(ByteBuf buffer, int start, int length) {
        return (Long) boxed(buffer, start, length);
    }

    /** Returns the value of a reader of {@code Float}, as {@link #read} does. */
    default float readFloat(ByteBuf buffer, int start, int length) {
        return (Float) boxed(buffer, start, length);
    }

    /** Returns the value of a reader of {@code Double}, as {@link #read} does. */
    default double readDouble(ByteBuf buffer, int start, int length) {
        return (Double) boxed(buffer, start, length);
    }

    private Object boxed(ByteBuf buffer, int start, int length) {
        return Objects.requireNonNull(read(buffer, start, length));
    }
}
