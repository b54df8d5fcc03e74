package dev.kindred.reactor.internal.row;

import dev.kindred.type.JsonFormat;
import io.r2dbc.postgresql.api.PostgresqlRow;
import io.r2dbc.spi.Readable;

/** How a mapper reads the values of its rows. Thread-safe. */
public final class RowDecoding {

    private final JsonFormat json;
    private volatile boolean handsOutBytes;

    private RowDecoding(JsonFormat json, boolean handsOutBytes) {
        this.json = json;
        this.handsOutBytes = handsOutBytes;
    }

    /** Reads values from their bytes where the connections hand them out, and JSON values with {@code json}. */
    public static RowDecoding ofBytes(JsonFormat json) {
        return new RowDecoding(json, true);
    }

    /** Lets the driver read each value, which is faster for a single one. Reads JSON values with {@code json}. */
    public static RowDecoding byDriver(JsonFormat json) {
        return new RowDecoding(json, false);
    }

    /** Returns the format of JSON columns. */
    public JsonFormat json() {
        return json;
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
