package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
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
 * Cancels writes of pairs at many points on a slow network, with a pool of one connection. Each leaves all of its pairs
 * or none, and no lock, and the next caller gets a clean connection.
 */
@Tag("any-jdk")
class CancelledLinksIntegrationTests {

    private static final int STEP_MICROS = 3200;
    private static final int LAST_MICROS = 64_000;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    static Stream<Arguments> writes() {
        return Stream.of(
                write(
                        "attach",
                        (mapper, two) -> mapper.related(two, Account_.BADGES).attachKeys(List.of(4, 5))),
                write(
                        "detach",
                        (mapper, two) -> mapper.related(two, Account_.BADGES).detachKeys(List.of(1, 2, 3))),
                write(
                        "sync",
                        (mapper, two) -> mapper.related(two, Account_.BADGES).syncKeys(List.of(4, 5))),
                write(
                        "sync in a transaction",
                        (mapper, two) -> mapper.transactional(
                                mapper.related(two, Account_.BADGES).syncKeys(List.of(4, 5)))),
                write(
                        "toggle",
                        (mapper, two) -> mapper.related(two, Account_.BADGES).toggleKeys(List.of(1, 2, 3, 4, 5))));
    }

    private static Arguments write(String name, Write write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    @Timeout(120)
    void aCancelAtAnyPointLeavesAllOrNothing(String name, Write write) {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        List<String> seen;
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            Account two = mapper.find(Account.class, 2L).block();
            proxy.latency(Duration.ofMillis(4));

            seen = Flux.range(0, LAST_MICROS / STEP_MICROS)
                    .concatMap(step -> cancelAfter(Duration.ofNanos(1000L * step * STEP_MICROS), write.of(mapper, two))
                            .then(next(mapper)))
                    .collectList()
                    .block();

            proxy.latency(Duration.ZERO);
        }
        List<String> allowed = switch (name) {
            case "attach" -> List.of("1,2,3", "1,2,3,4,5");
            case "detach" -> List.of("1,2,3", "");
            default -> List.of("1,2,3", "4,5");
        };
        assertThat(allowed).containsAll(seen);
    }

    private static Mono<Void> cancelAfter(Duration delay, Publisher<?> operation) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Flux.from(operation).subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }

    /** The lock of the parent must be gone. */
    private static Mono<String> next(ReactiveMapper mapper) {
        return mapper.update(Account.class, 2L)
                .set(Account_.NAME.set("next"))
                .execute()
                .then(mapper.sql("select coalesce(string_agg(badge_id::text, ',' order by badge_id), '') as keys"
                                + " from account_badge where account_id = 2")
                        .map(row -> row.get("keys", String.class))
                        .one())
                .timeout(Duration.ofSeconds(20));
    }

    /** A write of the pairs of an account. */
    private interface Write {

        Publisher<?> of(ReactiveMapper mapper, Account two);
    }
}
