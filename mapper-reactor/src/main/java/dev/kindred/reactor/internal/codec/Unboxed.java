package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;

/** The readers of primitive types. They read a value without a box too. */
final class Unboxed {

    private Unboxed() {}

    /** Reads a {@code boolean}. */
    @FunctionalInterface
    interface Booleans extends ValueReader<Boolean> {

        @Override
        boolean readBoolean(ByteBuf buffer, int start, int length);

        @Override
        default Boolean read(ByteBuf buffer, int start, int length) {
            return readBoolean(buffer, start, length);
        }
    }

    /** Reads a {@code short}. */
    @FunctionalInterface
    interface Shorts extends ValueReader<Short> {

        @Override
        short readShort(ByteBuf buffer, int start, int length);

        @Override
        default Short read(ByteBuf buffer, int start, int length) {
            return readShort(buffer, start, length);
        }
    }

    /** Reads a {@code int}. */
    @FunctionalInterface
    interface Ints extends ValueReader<Integer> {

        @Override
        int readInt(ByteBuf buffer, int start, int length);

        @Override
        default Integer read(ByteBuf buffer, int start, int length) {
            return readInt(buffer, start, length);
        }
    }

    /** Reads a {@code long}. */
    @FunctionalInterface
    interface Longs extends ValueReader<Long> {

        @Override
        long readLong(ByteBuf buffer, int start, int length);

        @Override
        default Long read(ByteBuf buffer, int start, int length) {
            return readLong(buffer, start, length);
        }
    }

    /** Reads a {@code float}. */
    @FunctionalInterface
    interface Floats extends ValueReader<Float> {

        @Override
        float readFloat(ByteBuf buffer, int start, int length);

        @Override
        default Float read(ByteBuf buffer, int start, int length) {
            return readFloat(buffer, start, length);
        }
    }

    /** Reads a {@code double}. */
    @FunctionalInterface
    interface Doubles extends ValueReader<Double> {

        @Override
        double readDouble(ByteBuf buffer, int start, int length);

        @Override
        default Double read(ByteBuf buffer, int start, int length) {
            return readDouble(buffer, start, length);
        }
    }
}
