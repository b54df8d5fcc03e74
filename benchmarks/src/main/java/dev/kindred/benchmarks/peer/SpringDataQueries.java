package dev.kindred.benchmarks.peer;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.SpringUser;
import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The relation, wide-row and stream reads of Spring Data. Relation filters are SQL as in {@code @Query}, because its
 * criteria are limited to one table.
 */
record SpringDataQueries(R2dbcEntityTemplate template) {

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
        return sum(users(template.getDatabaseClient().sql(Sql.FILTER).bind(0, Turns.telephone(turn))));
    }

    private Mono<Long> count(long turn) {
        return template.getDatabaseClient()
                .sql(Sql.COUNT)
                .bind(0, Turns.telephoneFrom(turn))
                .bind(1, Turns.telephoneTo(turn))
                .mapValue(Long.class)
                .one();
    }

    private Mono<Long> page(long turn) {
        return sum(users(template.getDatabaseClient()
                        .sql(Sql.SHORT_PAGE)
                        .bind(0, Turns.telephoneFrom(turn))
                        .bind(1, Turns.telephoneTo(turn))
                        .bind(2, Turns.SHORT_PAGE)
                        .bind(3, Turns.PAGE_OFFSET)))
                .flatMap(users -> count(turn).map(total -> Checksums.ofPage(users, total)));
    }

    private Flux<SpringUser> users(GenericExecuteSpec statement) {
        return statement
                .map((row, metadata) -> template.getConverter().read(SpringUser.class, row, metadata))
                .all();
    }

    private Mono<Long> wide(long turn) {
        return template.select(
                        query(where("id").greaterThan(Turns.widePageStart(turn)))
                                .sort(Sort.by("id"))
                                .limit(Turns.WIDE_PAGE),
                        WideRow.class)
                .reduce(0L, (sum, row) -> sum + row.checksum());
    }

    private Mono<Long> stream(long turn) {
        return sum(all().limitRate(Turns.DEMAND));
    }

    private Mono<Long> cancelled(long turn) {
        return sum(all().limitRate(Turns.DEMAND).take(Turns.CANCELLED_AFTER));
    }

    /** The condition is always true. A statement without parameters would be read in text format. */
    private Flux<SpringUser> all() {
        return template.select(query(where("id").greaterThan(0L)).sort(Sort.by("id")), SpringUser.class);
    }

    private static Mono<Long> sum(Flux<SpringUser> users) {
        return users.reduce(0L, (sum, user) -> sum + user.checksum());
    }
}
