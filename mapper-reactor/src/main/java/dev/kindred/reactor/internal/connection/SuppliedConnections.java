package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.MapperTransaction;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A user's source, with errors translated to those of the mapper. Two are equal if their sources are equal.
 * Thread-safe.
 */
public final class SuppliedConnections implements ConnectionSource {

    private final ConnectionSource source;
    private final ConnectErrors errors;

    /** Delegates to {@code source}. */
    public SuppliedConnections(ConnectionSource source, ConnectErrors errors) {
        this.source = source;
        this.errors = errors;
    }

    @Override
    public Mono<Connection> acquire(ConnectionRequest request) {
        return Mono.defer(() -> source.acquire(request))
                .onErrorMap(errors::unreachable)
                .switchIfEmpty(Mono.error(ConnectErrors::missing));
    }

    @Override
    public Mono<AmbientTransaction> ambient() {
        return ConnectErrors.ofLookup(source.ambient());
    }

    @Override
    public <T> Mono<T> within(MapperTransaction transaction, Mono<T> work) {
        return source.within(transaction, work);
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
