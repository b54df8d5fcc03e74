package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The connections of a user's source, with the errors of the mapper. Equal when the sources are. Thread-safe. */
public final class SuppliedConnections implements ConnectionSource {

    private final ConnectionSource source;
    private final ConnectErrors errors;

    /** Takes connections of {@code source}. */
    public SuppliedConnections(ConnectionSource source, ConnectErrors errors) {
        this.source = source;
        this.errors = errors;
    }

    @Override
    public Mono<Connection> acquire() {
        return named(Mono.defer(source::acquire));
    }

    @Override
    public Mono<Connection> acquireBeside() {
        return named(Mono.defer(source::acquireBeside));
    }

    private Mono<Connection> named(Mono<Connection> acquired) {
        return acquired.onErrorMap(errors::unreachable).switchIfEmpty(Mono.error(ConnectErrors::missing));
    }

    @Override
    public int capacity() {
        return source.capacity();
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return source.release(connection);
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        return source.discard(connection);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SuppliedConnections supplied && supplied.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
