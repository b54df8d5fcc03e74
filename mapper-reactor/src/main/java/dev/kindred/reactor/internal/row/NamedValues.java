package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.type.SqlType;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one row, by column name. Confined to that row. */
public final class NamedValues {

    private final Readable row;
    private final NamedColumns columns;
    private final RowDecoding decoding;

    /** Creates the values of {@code row}. */
    public NamedValues(Readable row, RowDecoding decoding) {
        this.row = row;
        this.columns = NamedColumns.of(row);
        this.decoding = decoding;
    }

    /** Returns the value of {@code column}. A null is an error. */
    public <T> T required(String column, SqlType<T> type) {
        @Nullable T value = nullable(column, type);
        if (value == null) {
            throw new MappingException(
                    "The column " + column + " of the SQL is null, which get(..) does not allow. Use getOrNull(..).");
        }
        return value;
    }

    /** Returns the value of {@code column}, or null. */
    @SuppressWarnings("unchecked") // a type reads values of its class
    public <T> @Nullable T nullable(String column, SqlType<T> type) {
        int position = columns.position(column, type.javaType().getSimpleName());
        return (T) new ValuesReader(List.of(new Wanted(type, null)), position, decoding)
                .read(row)
                .all()
                .get(0);
    }
}
