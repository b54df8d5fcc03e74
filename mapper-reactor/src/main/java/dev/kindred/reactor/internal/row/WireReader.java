package dev.kindred.reactor.internal.row;

import dev.kindred.reactor.internal.codec.RawValue;
import dev.kindred.reactor.internal.codec.RowBytes;
import dev.kindred.reactor.internal.codec.ValueReader;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.util.Arrays;
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
    private final Class<?>[] received;
    private final @Nullable NumberReader[] numbers;
    private final @Nullable ValueReader<?>[] direct;
    private @Nullable RowBytes bytes;
    private boolean isTyped;
    private boolean isChosen;

    /**
     * Reads the columns at {@code positions} as {@code types}.
     *
     * @param positions the positions in the result; {@link #ABSENT} for a column that is never read
     */
    WireReader(RowDecoding decoding, int[] positions, Class<?>[] types) {
        this.decoding = decoding;
        this.positions = positions;
        this.received = types.clone();
        this.numbers = new @Nullable NumberReader[positions.length];
        this.direct = new @Nullable ValueReader<?>[positions.length];
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
            value = row.get(positions[ordinal], received[ordinal]);
        }
        @Nullable NumberReader number = numbers[ordinal];
        return number == null || value == null ? value : number.converted(value);
    }

    private @Nullable Object fromBytes(int ordinal) {
        @Nullable ValueReader<?> reader = direct[ordinal];
        RowBytes known = bytes;
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
        if (value != null && !isChosen) {
            choose(row, value);
        }
    }

    private void prepare(Readable row) {
        isTyped = true;
        int first = Integer.MAX_VALUE;
        int end = 0;
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != ABSENT) {
                numbers[i] = NumberReader.of(dataType(row, positions[i]), received[i]);
                @Nullable NumberReader number = numbers[i];
                received[i] = number == null ? received[i] : number.received();
                first = Math.min(first, positions[i]);
                end = Math.max(end, positions[i] + 1);
            }
        }
        bytes = first < end && decoding.mayHandOutBytes(row) ? new RowBytes(first, end) : null;
    }

    private void choose(Readable row, RawValue value) {
        isChosen = true;
        for (int i = 0; i < positions.length; i++) {
            @Nullable Integer dataType = positions[i] == ABSENT ? null : dataType(row, positions[i]);
            direct[i] = dataType == null ? null : value.readers().find(received[i], dataType, value.format());
        }
        if (Arrays.stream(direct).allMatch(reader -> reader == null)) {
            bytes = null;
        }
    }

    private static @Nullable Integer dataType(Readable row, int position) {
        if (!(row instanceof Row known)) {
            return null;
        }
        ColumnMetadata column = known.getMetadata().getColumnMetadata(position);
        return column.getNativeTypeMetadata() instanceof Integer id ? id : null;
    }
}
