package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The relation, wide-row and stream reads of Spring's DatabaseClient. */
record DatabaseClientQueries(DatabaseClient client) {

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
        return sum(client.sql(Sql.FILTER)
                .bind(0, Turns.telephone(turn))
                .map(Readers::user)
                .all());
    }

    private Mono<Long> count(long turn) {
        return client.sql(Sql.COUNT)
                .bind(0, Turns.telephoneFrom(turn))
                .bind(1, Turns.telephoneTo(turn))
                .mapValue(Long.class)
                .one();
    }

    private Mono<Long> page(long turn) {
        return sum(client.sql(Sql.SHORT_PAGE)
                        .bind(0, Turns.telephoneFrom(turn))
                        .bind(1, Turns.telephoneTo(turn))
                        .bind(2, Turns.SHORT_PAGE)
                        .bind(3, Turns.PAGE_OFFSET)
                        .map(Readers::user)
                        .all())
                .flatMap(users -> count(turn).map(total -> Checksums.ofPage(users, total)));
    }

    private Mono<Long> wide(long turn) {
        return client.sql(Sql.WIDE)
                .bind(0, Turns.widePageStart(turn))
                .bind(1, Turns.WIDE_PAGE)
                .map(Readers::wideRow)
                .all()
                .collectList()
                .map(rows -> rows.stream().mapToLong(row -> row.checksum()).sum());
    }

    private Mono<Long> stream(long turn) {
        return sum(users().limitRate(Turns.DEMAND));
    }

    private Mono<Long> cancelled(long turn) {
        return sum(users().limitRate(Turns.DEMAND).take(Turns.CANCELLED_AFTER));
    }

    private Flux<UserRow> users() {
        return client.sql(Sql.STREAM).bind(0, 0L).map(Readers::user).all();
    }

    private static Mono<Long> sum(Flux<UserRow> users) {
        return users.reduce(0L, (sum, user) -> sum + Checksums.of(user));
    }
}
