package dev.kindred.reactor.internal.row;

import dev.kindred.reactor.internal.codec.RawValue;
import dev.kindred.reactor.internal.codec.RowBytes;
import dev.kindred.reactor.internal.codec.ValueReader;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one result as the classes that the driver receives. How a column is read is chosen once: from its
 * bytes, or by the driver. The columns of a result have the same types in every row. Confined to that result.
 */
final class WireReader {

    /** The position of a column that the result does not have. */
    static final int ABSENT = -1;

    private final RowDecoding decoding;
    private final int[] positions;
    private final Class<?>[] types;
    private @Nullable NumberReader @Nullable [] numbers;
    private @Nullable ValueReader<?> @Nullable [] direct;
    private @Nullable RowBytes bytes;
    private boolean isTyped;

    /**
     * Reads the columns at {@code positions} as {@code types}. Does not change the arrays.
     *
     * @param positions the positions in the result; {@link #ABSENT} for a column that is never read
     */
    WireReader(RowDecoding decoding, int[] positions, Class<?>[] types) {
        this.decoding = decoding;
        this.positions = positions;
        this.types = types;
    }

    /** Begins {@code row}. */
    void begin(Readable row) {
        if (!isTyped) {
            prepare(row);
        }
        RowBytes known = bytes;
        if (known != null) {
            begin(row, known);
        }
    }

    /** Returns the value of the column {@code ordinal} of {@code row}, which was begun, or null. */
    @Nullable
    Object read(Readable row, int ordinal) {
        @Nullable Object value = fromBytes(ordinal);
        if (value == ValueReader.BY_DRIVER) {
            value = row.get(positions[ordinal], received(ordinal));
        }
        @Nullable NumberReader number = number(ordinal);
        return number == null || value == null ? value : number.converted(value);
    }

    /** Returns whether the column {@code ordinal} is not null and its bytes are read as they are. */
    boolean isPlain(int ordinal) {
        @Nullable ValueReader<?>[] readers = direct;
        RowBytes known = bytes;
        return readers != null
                && known != null
                && readers[ordinal] != null
                && number(ordinal) == null
                && !known.isNull(positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    boolean readBoolean(int ordinal) {
        return bytes().readBoolean(reader(ordinal), positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    short readShort(int ordinal) {
        return bytes().readShort(reader(ordinal), positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    int readInt(int ordinal) {
        return bytes().readInt(reader(ordinal), positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    long readLong(int ordinal) {
        return bytes().readLong(reader(ordinal), positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    float readFloat(int ordinal) {
        return bytes().readFloat(reader(ordinal), positions[ordinal]);
    }

    /** Returns the value of the column {@code ordinal}, which {@link #isPlain}. */
    double readDouble(int ordinal) {
        return bytes().readDouble(reader(ordinal), positions[ordinal]);
    }

    private RowBytes bytes() {
        return Objects.requireNonNull(bytes);
    }

    private ValueReader<?> reader(int ordinal) {
        return Objects.requireNonNull(Objects.requireNonNull(direct)[ordinal]);
    }

    /** Returns the class in which the value is read. */
    private Class<?> received(int ordinal) {
        @Nullable NumberReader number = number(ordinal);
        return number == null ? types[ordinal] : number.received();
    }

    private @Nullable NumberReader number(int ordinal) {
        @Nullable NumberReader[] known = numbers;
        return known == null ? null : known[ordinal];
    }

    private @Nullable Object fromBytes(int ordinal) {
        @Nullable ValueReader<?>[] readers = direct;
        RowBytes known = bytes;
        @Nullable ValueReader<?> reader = readers == null || known == null ? null : readers[ordinal];
        return reader == null || known == null ? ValueReader.BY_DRIVER : known.read(reader, positions[ordinal]);
    }

    private void begin(Readable row, RowBytes known) {
        @Nullable RawValue value;
        try {
            value = known.begin(row);
        } catch (IllegalArgumentException e) {
            decoding.handsOutNoBytes();
            bytes = null;
            return;
        }
        if (value != null && direct == null) {
            choose(row, value);
        }
    }

    private void prepare(Readable row) {
        isTyped = true;
        int first = Integer.MAX_VALUE;
        int end = 0;
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != ABSENT) {
                prepareNumber(row, i);
                first = Math.min(first, positions[i]);
                end = Math.max(end, positions[i] + 1);
            }
        }
        bytes = first < end && decoding.mayHandOutBytes(row) ? new RowBytes(first, end) : null;
    }

    private void prepareNumber(Readable row, int ordinal) {
        if (!NumberReader.concerns(types[ordinal])) {
            return;
        }
        @Nullable NumberReader number = NumberReader.of(dataType(row, positions[ordinal]), types[ordinal]);
        if (number != null) {
            @Nullable NumberReader[] known = numbers;
            if (known == null) {
                known = new @Nullable NumberReader[positions.length];
                numbers = known;
            }
            known[ordinal] = number;
        }
    }

    private void choose(Readable row, RawValue value) {
        @Nullable ValueReader<?>[] readers = new @Nullable ValueReader<?>[positions.length];
        boolean isAnyDirect = false;
        for (int i = 0; i < positions.length; i++) {
            @Nullable Integer dataType = positions[i] == ABSENT ? null : dataType(row, positions[i]);
            if (dataType != null) {
                readers[i] = value.readers().find(received(i), dataType, value.format());
                isAnyDirect |= readers[i] != null;
            }
        }
        direct = readers;
        bytes = isAnyDirect ? bytes : null;
    }

    private static @Nullable Integer dataType(Readable row, int position) {
        if (!(row instanceof Row known)) {
            return null;
        }
        ColumnMetadata column = known.getMetadata().getColumnMetadata(position);
        return column.getNativeTypeMetadata() instanceof Integer id ? id : null;
    }
}
