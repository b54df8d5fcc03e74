package dev.kindred.reactor.internal.row;

import io.r2dbc.spi.Readable;

/** Turns the rows of one result, one after another, into values. Confined to that result. */
@FunctionalInterface
public interface RowReader<T> {

    /** Returns the value of {@code row}, which must not be kept. */
    T read(Readable row);
}
