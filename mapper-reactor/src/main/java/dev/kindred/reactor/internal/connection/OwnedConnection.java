package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StatementException;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A connection taken for one operation, whose statements the operation runs one after another. Knows whether a statement may still be
 * running on it.
 */
final class OwnedConnection implements ConnectionScope {

    private final Connection connection;
    private volatile boolean busy;

    OwnedConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    boolean isBusy() {
        return busy;
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        return Mono.defer(() -> {
                    busy = true;
                    return conversation.apply(connection);
                })
                .doOnSuccess(result -> busy = false)
                .doOnError(StatementException.class, refused -> busy = false);
    }
}
