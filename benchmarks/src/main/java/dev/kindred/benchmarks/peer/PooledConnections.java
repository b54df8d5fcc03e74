package dev.kindred.benchmarks.peer;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The connection handling of a careful service with hand-written driver code: connections are always released, results
 * are read completely, and a value is emitted after the end of its transaction.
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
