package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.many.Account;
import dev.kindred.it.many.Account_;
import dev.kindred.it.many.Client;
import dev.kindred.it.many.Client_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels operations on relations to many rows at many points on a slow network, with a pool of one connection. Each
 * leaves all of its rows or none, and no lock, and the next caller gets a clean connection.
 */
@Tag("any-jdk")
class CancelledToManyIntegrationTests {

    private static final int STEP_MICROS = 3600;
    private static final int LAST_MICROS = 54_000;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(ToManyOperations.TABLES)
            .resetBefore(ToManyOperations.EMPTY, ToManyOperations.ROWS);

    static Stream<String> reads() {
        return ToManyOperations.reads().keySet().stream()
                .filter(name -> name.contains("pairs") || name.contains("path") || name.equals("links"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    @Timeout(120)
    void aCancelledReadLeavesTheConnectionClean(String name) {
        cancelAtManyPoints(ToManyOperations.reads().get(name));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "create",
                "updateOrCreate",
                "deleteAll",
                "insertAll with lists",
                "attach",
                "attach with values",
                "detachAll",
                "sync",
                "syncWithoutDetaching",
                "updatePivot",
                "create with a pair",
                "createAll with pairs",
                "createAll with pairs at once"
            })
    @Timeout(120)
    void aCancelledWriteLeavesAllOrNothing(String name) {
        if (name.equals("detachAll") || name.equals("updatePivot")) {
            database.postgres().execute("insert into seats (account_id, squad_id) values (1, 2), (1, 4)");
        }
        List<String> seats = cancelAtManyPoints(ToManyOperations.writes().get(name));

        List<String> allowed = switch (name) {
            case "attach" -> List.of("", "1,2");
            case "attach with values" -> List.of("", "3");
            case "sync" -> List.of("", "1,3");
            case "syncWithoutDetaching" -> List.of("", "2");
            case "detachAll" -> List.of("", "2,4");
            case "updatePivot" -> List.of("2,4");
            default -> List.of("");
        };
        assertThat(allowed).containsAll(seats);
        assertThat(count("orders where client_id = 1 and number <> 'new' and number <> 'found'"))
                .isIn(name.equals("deleteAll") ? List.of(0L, 4L) : List.of(4L));
        assertThat(count("orders where number = 'found'")).isLessThanOrEqualTo(1);
        assertThat(count("orders o join clients c on c.id = o.client_id where c.name = 'new'"))
                .isEqualTo(3 * count("clients where name = 'new'"));
        assertThat(count("seats s join squads q on q.id = s.squad_id where q.name like 'new%' and s.account_id = 1"))
                .isEqualTo(count("squads where name like 'new%'"));
        if (name.equals("createAll with pairs at once")) {
            assertThat(count("squads where name like 'new%'") % 2).isZero();
        }
    }

    private static long count(String rows) {
        return database.postgres().queryLong("select count(*) from " + rows);
    }

    /** Returns the pairs of the first account with squads of the start after each cancel. */
    private static List<String> cancelAtManyPoints(Function<ReactiveMapper, Publisher<?>> operation) {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(1, proxy))
                    .siblingRows(4)
                    .build();
            mapper.find(Client.class, 1L).block();
            proxy.latency(Duration.ofMillis(4));

            List<String> seats = Flux.range(0, LAST_MICROS / STEP_MICROS)
                    .concatMap(
                            step -> cancelAfter(Duration.ofNanos(1000L * step * STEP_MICROS), operation.apply(mapper))
                                    .then(next(mapper)))
                    .collectList()
                    .block();

            proxy.latency(Duration.ZERO);
            return seats;
        }
    }

    private static Mono<Void> cancelAfter(Duration delay, Publisher<?> operation) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Flux.from(operation).subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }

    /** The locks of both parents must be gone. */
    private static Mono<String> next(ReactiveMapper mapper) {
        return mapper.update(Account.class, 1L)
                .set(Account_.NAME.set("next"))
                .execute()
                .then(mapper.update(Client.class, 1L)
                        .set(Client_.NAME.set("next"))
                        .execute())
                .then(mapper.sql("select coalesce(string_agg(squad_id::text, ',' order by squad_id), '') as keys"
                                + " from seats where account_id = 1 and squad_id <= 8")
                        .map(row -> row.get("keys", String.class))
                        .one())
                .timeout(Duration.ofSeconds(20));
    }
}
