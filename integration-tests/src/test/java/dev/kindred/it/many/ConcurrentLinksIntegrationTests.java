package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ManyToManyOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 64 subscribers write the pairs of one parent on a pool of eight connections. */
@Tag("any-jdk")
class ConcurrentLinksIntegrationTests {

    private static final int CALLERS = 64;
    private static final int ROUNDS = Integer.getInteger("kindred.links.rounds", 4);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private ReactiveMapper mapper;
    private Account one;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(8));
        one = mapper.get(Account.class, 1L).block();
    }

    static Stream<Arguments> relations() {
        return Stream.of(
                relation("account_badge", (mapper, one) -> mapper.related(one, Account_.BADGES)),
                relation("seats", (mapper, one) -> mapper.related(one, Account_.SQUADS)),
                relation("visits", (mapper, one) -> mapper.related(one, Account_.VISITED)),
                relation("loose_badge", (mapper, one) -> mapper.related(one, Account_.LOOSE)));
    }

    private static Arguments relation(
            String table, BiFunction<ReactiveMapper, Account, ManyToManyOperations<?>> operations) {
        return Arguments.of(table, operations);
    }

    private <T> List<T> together(Function<Integer, Mono<T>> call) {
        return Flux.range(0, CALLERS).flatMap(call, CALLERS).collectList().block();
    }

    private static List<Object> keys(List<LinkChanges> all, Function<LinkChanges, List<Object>> part) {
        List<Object> keys = new ArrayList<>();
        all.forEach(changes -> keys.addAll(part.apply(changes)));
        return keys;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relations")
    void oneCallerAttachesAndOneDetaches(
            String table, BiFunction<ReactiveMapper, Account, ManyToManyOperations<?>> relation) {
        ManyToManyOperations<?> links = relation.apply(mapper, one);
        for (int round = 0; round < ROUNDS; round++) {
            List<LinkChanges> attached = together(i -> i % 2 == 0
                    ? links.attachKeys(List.of(1, 2))
                    : mapper.transactional(links.attachKeys(List.of(2, 1))));
            assertThat(keys(attached, LinkChanges::attached)).containsExactlyInAnyOrder(1L, 2L);
            assertThat(database.postgres().queryLong("select count(*) from " + table + " where account_id = 1"))
                    .isEqualTo(2);

            List<LinkChanges> detached = together(i -> links.detachKeys(i % 2 == 0 ? List.of(1, 2) : List.of(2, 1)));
            assertThat(keys(detached, LinkChanges::detached)).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relations")
    void noToggleIsLost(String table, BiFunction<ReactiveMapper, Account, ManyToManyOperations<?>> relation) {
        ManyToManyOperations<?> links = relation.apply(mapper, one);
        for (int round = 0; round < ROUNDS; round++) {
            List<LinkChanges> toggled = together(i -> links.toggleKeys(List.of(1)));

            assertThat(keys(toggled, LinkChanges::attached)).hasSize(CALLERS / 2);
            assertThat(keys(toggled, LinkChanges::detached)).hasSize(CALLERS / 2);
        }
        assertThat(links.query().count().block()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relations")
    void anObserverSeesNoMixtureOfTwoSyncs(
            String table, BiFunction<ReactiveMapper, Account, ManyToManyOperations<?>> relation) {
        ManyToManyOperations<?> links = relation.apply(mapper, one);
        ReactiveMapper observer = ReactiveMapper.create(database.newPool(1));
        String key = table.endsWith("badge") ? "badge_id" : "squad_id";
        String hidden = table.equals("visits") ? " and left_at is null" : "";
        Mono<String> look = observer.sql("select coalesce(string_agg(" + key + "::text, ',' order by " + key
                        + "), '') as keys from " + table + " where account_id = 1" + hidden)
                .map(row -> row.get("keys", String.class))
                .one();
        links.syncKeys(List.of(5, 6)).block();

        Mono<Void> writes = Flux.range(0, CALLERS * ROUNDS)
                .flatMap(
                        i -> i % 2 == 0
                                ? links.syncKeys(List.of(1, 2))
                                : mapper.transactional(links.syncKeys(List.of(4, 3))),
                        CALLERS)
                .then();
        List<String> seen = look.repeat().takeUntilOther(writes).collectList().block();

        assertThat(seen).isNotEmpty();
        assertThat(Set.of("5,6", "1,2", "3,4")).containsAll(Set.copyOf(seen));
        assertThat(look.block()).isIn("1,2", "3,4");
    }

    /** Every kind of write at once, over both sides of the pivot. */
    @Test
    void writesOfAllKindsDoNotDeadlock() {
        Squad squad = mapper.get(Squad.class, 3L).block();
        List<LinkChanges> all = Flux.range(0, CALLERS * ROUNDS)
                .flatMap(
                        i -> switch (i % 8) {
                            case 0 -> mapper.related(one, Account_.VISITED).attachKeys(List.of(4, 3, 2, 1));
                            case 1 -> mapper.related(one, Account_.VISITED).detachKeys(List.of(1, 3, 5));
                            case 2 -> mapper.related(one, Account_.VISITED).syncKeys(List.of(5, 3));
                            case 3 -> mapper.related(one, Account_.VISITED).toggleKeys(List.of(2, 3, 4));
                            case 4 -> mapper.related(squad, Squad_.VISITORS).syncKeys(List.of(2, 1));
                            case 5 -> mapper.related(squad, Squad_.VISITORS).toggleKeys(List.of(1, 2));
                            case 6 -> mapper.related(one, Account_.SQUADS).attachKeys(List.of(4, 3, 2, 1));
                            default -> mapper.related(one, Account_.SQUADS).syncKeys(List.of(3, 5));
                        },
                        CALLERS)
                .collectList()
                .block();

        assertThat(all).hasSize(CALLERS * ROUNDS);
    }
}
