package dev.kindred.reactor.internal.row;

import dev.kindred.type.WireContext;
import io.r2dbc.postgresql.api.PostgresqlRow;
import io.r2dbc.spi.Readable;

/** How a mapper reads the values of its rows. Thread-safe. */
public final class RowDecoding {

    private final WireContext context;
    private volatile boolean handsOutBytes;

    private RowDecoding(WireContext context, boolean handsOutBytes) {
        this.context = context;
        this.handsOutBytes = handsOutBytes;
    }

    /** Reads values from their bytes where the connections hand them out, and converts them with {@code context}. */
    public static RowDecoding ofBytes(WireContext context) {
        return new RowDecoding(context, true);
    }

    /** Lets the driver read each value, which is faster for a single one. Converts them with
     * {@code context}. */
    public static RowDecoding byDriver(WireContext context) {
        return new RowDecoding(context, false);
    }

    /** Returns the settings of the mapper that conversions use. */
    public WireContext context() {
        return context;
    }

    /** Returns whether {@code row} may hand out its bytes. A row of a proxy may have other values than its driver's. */
    boolean mayHandOutBytes(Readable row) {
        return handsOutBytes && row instanceof PostgresqlRow;
    }

    /** Notes that a connection has no codec that hands out bytes, so that no further result tries it. */
    void handsOutNoBytes() {
        handsOutBytes = false;
    }
}
