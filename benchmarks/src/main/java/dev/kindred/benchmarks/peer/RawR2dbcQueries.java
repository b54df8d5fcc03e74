package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.PooledConnections.rows;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The relation, wide-row and stream reads of the hand-written driver code. A stream is one open result, which the
 * driver reads on demand.
 */
record RawR2dbcQueries(PooledConnections connections) {

    Map<Task, Operation> operations() {
        return Map.of(
                Task.FILTER, Operation.of(this::filter),
                Task.COUNT, Operation.of(this::count),
                Task.PAGE, Operation.of(this::page),
                Task.WIDE, Operation.of(this::wide),
                Task.STREAM, Operation.of(this::stream),
                Task.STREAM_CANCELLED, Operation.of(this::cancelled));
    }

    private Mono<Long> filter(long turn) {
        return connections
                .one(connection -> rows(
                                connection.createStatement(Sql.FILTER).bind(0, Turns.telephone(turn)), Readers::user)
                        .collectList())
                .map(RawR2dbcQueries::sum);
    }

    private Mono<Long> count(long turn) {
        return connections.one(connection -> count(connection, turn));
    }

    private Mono<Long> page(long turn) {
        return connections.one(connection -> rows(
                        connection
                                .createStatement(Sql.SHORT_PAGE)
                                .bind(0, Turns.telephoneFrom(turn))
                                .bind(1, Turns.telephoneTo(turn))
                                .bind(2, Turns.SHORT_PAGE)
                                .bind(3, Turns.PAGE_OFFSET),
                        Readers::user)
                .collectList()
                .flatMap(users -> count(connection, turn).map(total -> Checksums.ofPage(sum(users), total))));
    }

    private static Mono<Long> count(Connection connection, long turn) {
        return rows(
                        connection
                                .createStatement(Sql.COUNT)
                                .bind(0, Turns.telephoneFrom(turn))
                                .bind(1, Turns.telephoneTo(turn)),
                        row -> row.get(0, Long.class))
                .single();
    }

    private Mono<Long> wide(long turn) {
        return connections
                .one(connection -> rows(
                                connection
                                        .createStatement(Sql.WIDE)
                                        .bind(0, Turns.widePageStart(turn))
                                        .bind(1, Turns.WIDE_PAGE),
                                Readers::wideRow)
                        .collectList())
                .map(rows -> rows.stream().mapToLong(WideRow::checksum).sum());
    }

    private Mono<Long> stream(long turn) {
        return users().limitRate(Turns.DEMAND).reduce(0L, (sum, user) -> sum + Checksums.of(user));
    }

    private Mono<Long> cancelled(long turn) {
        return users().limitRate(Turns.DEMAND)
                .take(Turns.CANCELLED_AFTER)
                .reduce(0L, (sum, user) -> sum + Checksums.of(user));
    }

    private Flux<UserRow> users() {
        return connections.many(
                connection -> rows(connection.createStatement(Sql.STREAM).bind(0, 0L), Readers::user));
    }

    private static long sum(List<UserRow> users) {
        return users.stream().mapToLong(Checksums::of).sum();
    }
}
