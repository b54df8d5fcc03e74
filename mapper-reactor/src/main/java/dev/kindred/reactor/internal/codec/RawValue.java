package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one value, as the driver received them. Each connection has one instance, which changes with each value
 * that is read from it, so that a row needs no further object. Confined to the row that is read: it, and the bytes, are
 * valid until the next value is read or the driver releases the row.
 */
public final class RawValue {

    private final DirectReaders readers;

    private @Nullable ByteBuf buffer;

    private Format format = Format.FORMAT_TEXT;

    RawValue(DirectReaders readers) {
        this.readers = readers;
    }

    /** Changes to the value that is the readable bytes of {@code buffer}. */
    RawValue of(ByteBuf buffer, Format format) {
        this.buffer = buffer;
        this.format = format;
        return this;
    }

    /** Returns the buffer whose readable bytes are the value, and forgets it. */
    ByteBuf take() {
        ByteBuf taken = this.buffer;
        if (taken == null) {
            throw new IllegalStateException("The value was already taken");
        }
        this.buffer = null;
        return taken;
    }

    /** Returns the format of the bytes. */
    public Format format() {
        return this.format;
    }

    /** Returns the readers of the values of the connection. */
    public DirectReaders readers() {
        return this.readers;
    }
}
