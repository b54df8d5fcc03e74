package dev.kindred.benchmarks.peer;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a careful service that uses the driver by hand has: connections that are given back however the work ends, results that are read to
 * their end, and transactions that are over before their value is seen.
 */
record PooledConnections(ConnectionPool pool) {

    <T> Mono<T> one(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(pool.create(), work, Connection::close);
    }

    <T> Flux<T> many(Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(pool.create(), work, Connection::close);
    }

    <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        return one(connection -> Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                work,
                Connection::commitTransaction,
                (open, failure) -> open.rollbackTransaction(),
                Connection::rollbackTransaction));
    }

    static <T> Flux<T> rows(Statement statement, Function<Readable, T> reader) {
        return Flux.from(statement.execute()).flatMap(result -> result.map(reader));
    }
}
