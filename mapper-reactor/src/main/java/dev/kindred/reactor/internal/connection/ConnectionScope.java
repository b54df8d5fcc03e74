package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Where statements run one after another: the connection of a transaction, or one that was taken for them. Thread-safe. */
public interface ConnectionScope {

    /**
     * Runs {@code conversation} on the connection when everything before it has ended. A conversation sends one statement and reads its
     * result to the end.
     */
    <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation);

    /** What a statement does. */
    enum Access {
        /** Reads. */
        READ,
        /** Writes. */
        WRITE,
        /** Calls what the mapper does not know, which may write, and may change the session. */
        UNKNOWN
    }
}
