package dev.kindred.reactor.internal.row;

import io.r2dbc.spi.Readable;

/** Converts the rows of one result to values. Confined to that result. */
@FunctionalInterface
public interface RowReader<T> {

    /** Returns the value of {@code row}. Implementations must not retain the row. */
    T read(Readable row);
}
