package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Chooses the server of a connection by the Context of the subscriber. Thread-safe. */
public interface ReadRouting {

    /**
     * Returns a connection to the server for {@code request}.
     *
     * @param primary acquires a connection to the primary
     */
    Mono<Connection> acquire(ConnectionRequest request, Mono<Connection> primary);

    /**
     * Returns {@code read}, a read outside a transaction, which is sent once more to the primary if a replica could not
     * answer it.
     */
    <T> Mono<T> repeated(Mono<T> read);

    /** Returns {@code context} for reads that use the primary. */
    static Context primary(Context context) {
        return context.hasKey(ReadRouting.class) ? context.delete(ReadRouting.class) : context;
    }

    /** Returns whether the reads of {@code context} may use another server than the primary. */
    static boolean isRouted(ContextView context) {
        return context.hasKey(ReadRouting.class);
    }

    /** Returns the routing of {@code source}, or null. */
    static @Nullable ReadRouting ofOrNull(ConnectionSource source) {
        return source instanceof FactoryConnectionSource pooled ? pooled.routingOrNull() : null;
    }
}
