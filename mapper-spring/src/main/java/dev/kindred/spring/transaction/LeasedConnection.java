package dev.kindred.spring.transaction;

import io.r2dbc.spi.Connection;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A connection that Spring keeps: {@code close()} returns it to its other users. Thread-safe. */
final class LeasedConnection extends DelegatingConnection {

    private final Runnable returned;

    LeasedConnection(Connection connection, Runnable returned) {
        super(connection);
        this.returned = returned;
    }

    @Override
    public Publisher<Void> close() {
        return Mono.fromRunnable(returned);
    }
}
