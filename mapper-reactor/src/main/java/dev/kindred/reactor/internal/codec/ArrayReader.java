package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import java.lang.reflect.Array;

/** Reads a one-dimensional array, keeping its null elements and ignoring its lower bound. */
final class ArrayReader<T> implements ValueReader<T[]> {

    private final Class<T> elementType;

    private final ValueReader<? extends T> elements;

    ArrayReader(Class<T> elementType, ValueReader<? extends T> elements) {
        this.elementType = elementType;
        this.elements = elements;
    }

    @Override
    public T[] read(ByteBuf value) {
        int dimensions = value.readInt();
        value.skipBytes(2 * Integer.BYTES); // has-nulls flag, element type
        if (dimensions == 0) {
            return newArray(0);
        }
        if (dimensions != 1) {
            throw new IllegalArgumentException("An array of " + dimensions + " dimensions cannot be read as "
                    + this.elementType.getSimpleName() + "[]: only one dimension is supported");
        }
        T[] array = newArray(value.readInt());
        value.skipBytes(Integer.BYTES); // lower bound
        for (int i = 0; i < array.length; i++) {
            int length = value.readInt();
            if (length >= 0) {
                array[i] = this.elements.read(value.readSlice(length));
            }
        }
        return array;
    }

    @SuppressWarnings("unchecked") // newInstance makes an array of exactly this element type
    private T[] newArray(int length) {
        return (T[]) Array.newInstance(this.elementType, length);
    }
}
