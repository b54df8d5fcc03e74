package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/** A connection that does not arrive in time is an error. If it arrives later, it is closed. Thread-safe. */
public record LateConnection(Duration limit, Function<String, Throwable> error)
        implements TimeoutMono.Outcome<Connection> {

    @Override
    public Throwable expired() {
        return error.apply("No connection came within " + limit);
    }

    @Override
    public void late(Connection connection) {
        Flux.from(connection.close()).onErrorComplete().subscribe(Operators.drainSubscriber());
    }
}
