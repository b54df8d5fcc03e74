package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bytes of consecutive columns in the rows of one result. Confined to that result. The bytes are valid until
 * the driver releases the row.
 *
 * <p>The driver looks a codec up for each value. Its buffers are parts of one message, in which each value follows its
 * length. The position of the first value in a row therefore determines the positions of the others. The first row
 * verifies this layout: its last value must be at the determined position. Otherwise each value is taken from the
 * driver.
 */
public final class RowBytes {

    private static final int NULL = -1;

    private final int first;

    private final int columns;

    /** The index of the first byte of each column and its length, in turn. */
    private final int[] places;

    private @Nullable ByteBuf @Nullable [] parts;

    private @Nullable ByteBuf message;

    private Layout layout = Layout.UNKNOWN;

    /** Finds the columns from the position {@code first} up to, and without, the position {@code end}. */
    public RowBytes(int first, int end) {
        this.first = first;
        this.columns = end - first;
        this.places = new int[2 * this.columns];
    }

    /**
     * Begins {@code row}, and returns its first value that is not null, or null.
     *
     * @throws IllegalArgumentException if the connection has no {@link BinaryCodecs}
     */
    public @Nullable RawValue begin(Readable row) {
        this.message = null;
        for (int i = 0; i < this.columns; i++) {
            RawValue value = row.get(this.first + i, RawValue.class);
            if (value != null) {
                take(row, i, value.take());
                return value;
            }
            set(i, 0, NULL);
        }
        return null;
    }

    /** Returns the value of the column at {@code index}, or null. */
    public @Nullable Object read(ValueReader<?> reader, int index) {
        int column = index - this.first;
        int length = length(column);
        if (length < 0) {
            return null;
        }
        return reader.read(buffer(column), start(column), length);
    }

    /** Returns whether the column at {@code index} is null. */
    public boolean isNull(int index) {
        return length(index - this.first) < 0;
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public boolean readBoolean(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readBoolean(buffer(column), start(column), length(column));
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public short readShort(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readShort(buffer(column), start(column), length(column));
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public int readInt(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readInt(buffer(column), start(column), length(column));
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public long readLong(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readLong(buffer(column), start(column), length(column));
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public float readFloat(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readFloat(buffer(column), start(column), length(column));
    }

    /** Returns the value of the column at {@code index}, which is not null. */
    public double readDouble(ValueReader<?> reader, int index) {
        int column = index - this.first;
        return reader.readDouble(buffer(column), start(column), length(column));
    }

    private void take(Readable row, int from, ByteBuf value) {
        ByteBuf whole = this.layout == Layout.SEPARATE ? null : root(value);
        int offset = whole == null ? NULL : offset(value, whole);
        if (whole == null || offset == NULL || !follow(whole, from, offset, value) || !isConfirmed(row, whole)) {
            takeEach(row, from, value);
        } else {
            this.message = whole;
        }
    }

    /** Finds the values after the one at {@code from}. Returns false if they cannot be in {@code whole}. */
    private boolean follow(ByteBuf whole, int from, int offset, ByteBuf value) {
        int end = whole.capacity();
        int start = offset + value.readerIndex();
        int length = value.readableBytes();
        set(from, start, length);
        for (int i = from + 1; i < this.columns; i++) {
            start += Math.max(length, 0);
            if (start > end - Integer.BYTES) {
                return false;
            }
            length = whole.getInt(start);
            start += Integer.BYTES;
            if (length < NULL || length > end - start) {
                return false;
            }
            set(i, start, length);
        }
        return true;
    }

    private boolean isConfirmed(Readable row, ByteBuf whole) {
        if (this.layout == Layout.UNKNOWN) {
            int last = this.columns - 1;
            RawValue value = row.get(this.first + last, RawValue.class);
            this.layout = isAt(last, value, whole) ? Layout.CONSECUTIVE : Layout.SEPARATE;
        }
        return this.layout == Layout.CONSECUTIVE;
    }

    private boolean isAt(int column, @Nullable RawValue value, ByteBuf whole) {
        if (value == null) {
            return length(column) == NULL;
        }
        ByteBuf buffer = value.take();
        return length(column) == buffer.readableBytes()
                && start(column) == offset(buffer, whole) + buffer.readerIndex();
    }

    private void takeEach(Readable row, int from, ByteBuf value) {
        setPart(from, value);
        for (int i = from + 1; i < this.columns; i++) {
            RawValue next = row.get(this.first + i, RawValue.class);
            setPart(i, next == null ? null : next.take());
        }
    }

    private void setPart(int column, @Nullable ByteBuf part) {
        @Nullable ByteBuf[] known = this.parts;
        if (known == null) {
            known = new @Nullable ByteBuf[this.columns];
            this.parts = known;
        }
        known[column] = part;
        set(column, part == null ? 0 : part.readerIndex(), part == null ? NULL : part.readableBytes());
    }

    private ByteBuf buffer(int column) {
        ByteBuf whole = this.message;
        return whole == null ? part(column) : whole;
    }

    private ByteBuf part(int column) {
        return Objects.requireNonNull(Objects.requireNonNull(this.parts)[column]);
    }

    private void set(int column, int start, int length) {
        this.places[2 * column] = start;
        this.places[2 * column + 1] = length;
    }

    private int start(int column) {
        return this.places[2 * column];
    }

    private int length(int column) {
        return this.places[2 * column + 1];
    }

    private static ByteBuf root(ByteBuf part) {
        ByteBuf root = part;
        for (ByteBuf next = root.unwrap(); next != null; next = root.unwrap()) {
            root = next;
        }
        return root;
    }

    /** Returns the index in {@code root} of the first byte of {@code part}, or -1 if it is unknown. */
    private static int offset(ByteBuf part, ByteBuf root) {
        if (part.hasMemoryAddress() && root.hasMemoryAddress()) {
            long offset = part.memoryAddress() - root.memoryAddress();
            return offset == (int) offset ? (int) offset : NULL;
        }
        return part.hasArray() && root.hasArray() && part.array() == root.array()
                ? part.arrayOffset() - root.arrayOffset()
                : NULL;
    }

    private enum Layout {
        UNKNOWN,
        CONSECUTIVE,
        SEPARATE
    }
}
