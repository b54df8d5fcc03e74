package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels writes of lists at many points on a slow network, with a pool of one connection. Each leaves all of its rows
 * or none, and no lock, and the next caller gets a clean connection.
 */
@Tag("any-jdk")
class CancelledListWritesIntegrationTests {

    private static final int STEP_MICROS = 3200;
    private static final int LAST_MICROS = 64_000;
    private static final Client CLIENT = new Client(1L, "one", "a", null, null, null);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS, "delete from lines");

    private static List<Order> three() {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Order(null, null, null, "three", i, 1, null, null))
                .toList();
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write(
                        "replaceAll",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS).replaceAll(three(), OrphanPolicy.DELETE)),
                write(
                        "replaceAll in a transaction",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS)
                                .replaceAll(three(), OrphanPolicy.SET_NULL)
                                .as(mapper::transactional)),
                write(
                        "createAll",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS)
                                .createAll(three(), ChunkOptions.defaults().size(3))),
                write(
                        "createAll at once",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS)
                                .createAll(
                                        three(), ChunkOptions.defaults().size(1).atomic())),
                write(
                        "saveAll",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS)
                                .saveAll(Stream.concat(
                                                three().stream(),
                                                Stream.of(new Order(1L, 1L, null, "n1", 1, 1, null, null)))
                                        .toList())),
                write(
                        "matching",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS)
                                .matching(Order_.NUMBER.set("found"))
                                .firstOrCreate(Order_.DAY.set(1), Order_.TOTAL.set(1))),
                write(
                        "save with children",
                        mapper -> mapper.save(Client.of("parent"), Client_.ORDERS.children(three()))));
    }

    private static Arguments write(String name, Function<ReactiveMapper, Publisher<?>> write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    @Timeout(120)
    void aCancelAtAnyPointLeavesAllOrNothing(String name, Function<ReactiveMapper, Publisher<?>> write) {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            mapper.find(Client.class, 1L).block();
            proxy.latency(Duration.ofMillis(4));

            Flux.range(0, LAST_MICROS / STEP_MICROS)
                    .concatMap(step -> cancelAfter(Duration.ofNanos(1000L * step * STEP_MICROS), write.apply(mapper))
                            .then(next(mapper, step)))
                    .blockLast();

            proxy.latency(Duration.ZERO);
        }
        assertThat(count("clients where name like 'next%'")).isEqualTo(LAST_MICROS / STEP_MICROS);
        assertThat(count("orders where number = 'three'") % 3).isZero();
        assertThat(count("orders where number = 'found'")).isLessThanOrEqualTo(1);
        if (name.startsWith("replaceAll")) {
            boolean isReplaced = count("orders where client_id = 1 and number = 'three'") > 0;
            assertThat(count("orders where client_id = 1")).isEqualTo(isReplaced ? 3 : 4);
        }
        if (name.equals("save with children")) {
            assertThat(count("orders where number = 'three'")).isEqualTo(3 * count("clients where name = 'parent'"));
        }
    }

    private static long count(String rows) {
        return database.postgres().queryLong("select count(*) from " + rows);
    }

    private static Mono<Void> cancelAfter(Duration delay, Publisher<?> operation) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Flux.from(operation).subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }

    /** The lock of the parent must be gone. */
    private static Mono<Client> next(ReactiveMapper mapper, int step) {
        return mapper.update(Client.class, 1L)
                .set(Client_.NAME.set("one"))
                .execute()
                .then(mapper.insert(Client.of("next" + step)))
                .timeout(Duration.ofSeconds(20));
    }
}
