package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import java.lang.reflect.Array;

/** Reads a one-dimensional array, keeping its null elements and ignoring its lower bound. */
final class ArrayReader<T> implements ValueReader<T[]> {

    /** Before the number of elements are the number of dimensions, the has-nulls flag and the element type. */
    private static final int SIZE = 3 * Integer.BYTES;

    /** Before the elements is their number, and the lower bound of the array. */
    private static final int ELEMENTS = SIZE + 2 * Integer.BYTES;

    private final Class<T> elementType;

    private final ValueReader<? extends T> elements;

    ArrayReader(Class<T> elementType, ValueReader<? extends T> elements) {
        this.elementType = elementType;
        this.elements = elements;
    }

    @Override
    public T[] read(ByteBuf buffer, int start, int length) {
        int dimensions = dimensions(buffer, start);
        if (dimensions == 0) {
            return newArray(0);
        }
        if (dimensions != 1) {
            throw new IllegalArgumentException("An array of " + dimensions + " dimensions cannot be read as "
                    + this.elementType.getSimpleName() + "[]: only one dimension is supported");
        }
        T[] array = newArray(buffer.getInt(start + SIZE));
        int next = start + ELEMENTS;
        for (int i = 0; i < array.length; i++) {
            int size = buffer.getInt(next);
            next += Integer.BYTES;
            if (size >= 0) {
                array[i] = this.elements.read(buffer, next, size);
                next += size;
            }
        }
        return array;
    }

    /** Returns the number of dimensions of the array at {@code start}. */
    static int dimensions(ByteBuf buffer, int start) {
        return buffer.getInt(start);
    }

    @SuppressWarnings("unchecked") // newInstance makes an array of exactly this element type
    private T[] newArray(int length) {
        return (T[]) Array.newInstance(this.elementType, length);
    }
}
