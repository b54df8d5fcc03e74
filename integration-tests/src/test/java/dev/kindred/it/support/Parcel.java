package dev.kindred.it.support;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes in transit through a proxy, or the end of their direction. Owned by one thread at a time. */
final class Parcel {

    private final long due;
    private final byte[] bytes;
    private final int length;
    private final Ending ending;

    private Parcel(long due, byte[] bytes, int length, Ending ending) {
        this.due = due;
        this.bytes = bytes;
        this.length = length;
        this.ending = ending;
    }

    /** Wraps the bytes without a copy. */
    static Parcel of(long due, byte[] bytes, int length) {
        return new Parcel(due, bytes, length, Ending.NONE);
    }

    /** The last bytes before a cut. */
    static Parcel cut(long due, byte[] bytes, int length) {
        return new Parcel(due, bytes, length, Ending.CUT);
    }

    static Parcel end(long due, Ending ending) {
        return new Parcel(due, new byte[0], 0, ending);
    }

    /** The delivery time, on the clock of {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** What follows its bytes. */
    Ending ending() {
        return ending;
    }

    int length() {
        return length;
    }

    /** Writes at most {@code slice} bytes at once. */
    void writeTo(OutputStream out, int slice) throws IOException {
        for (int at = 0; at < length; at += Math.min(slice, length - at)) {
            out.write(bytes, at, Math.min(slice, length - at));
        }
    }

    /** How a direction ends. */
    enum Ending {

        /** It continues. */
        NONE,

        /** The sender closed the connection normally. */
        CLOSED,

        /** The sender's connection broke. */
        BROKEN,

        /** The proxy cuts the connection here. */
        CUT
    }
}
