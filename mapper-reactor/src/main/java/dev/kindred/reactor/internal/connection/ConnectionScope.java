package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Runs statements one after another, on the connection of a transaction or on one acquired for them. Thread-safe. */
public interface ConnectionScope {

    /**
     * Runs {@code conversation} on the connection after all earlier ones have ended. A conversation sends one statement
     * and reads its result to the end.
     */
    <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation);

    /** The effect of a statement. */
    enum Access {
        /** Reads. */
        READ,
        /** Writes. */
        WRITE,
        /** Calls functions unknown to the mapper, which may write and may change the session. */
        UNKNOWN
    }
}
