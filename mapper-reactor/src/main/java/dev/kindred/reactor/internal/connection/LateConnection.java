package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/** What becomes of a connection that does not come in time: it is an error, and when it comes after all it is closed. Thread-safe. */
record LateConnection(Duration limit, Function<String, Throwable> error) implements TimeoutMono.Outcome<Connection> {

    @Override
    public Throwable expired() {
        return error.apply("No connection came within " + limit);
    }

    @Override
    public void late(Connection connection) {
        Flux.from(connection.close()).onErrorComplete().subscribe(Operators.drainSubscriber());
    }
}
