package dev.kindred.it.architecture.planted.reactor.internal.execute;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Calls methods that only its package may call. */
public final class Operator {
    private Operator() {}

    static void subscribe(Mono<String> mono, CoreSubscriber<String> subscriber) {
        mono.subscribe(subscriber);
    }

    static Statement statement(Connection connection) {
        return connection.createStatement("SELECT 1");
    }
}
