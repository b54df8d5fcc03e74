package dev.kindred.it.many;

import static dev.kindred.it.many.Shop.LONG_LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The subscribers of lists with more rows than the handles of siblings load together. */
class LongListSubscribersIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = builder(1).siblingRows(5).build();
    }

    private ReactiveMapperBuilder builder(int connections) {
        return ReactiveMapper.builder(database.newPool(connections)).listener(recorder);
    }

    @Test
    void everyOperatorGetsAllRowsOfALongList() {
        database.postgres().execute(LONG_LIST);
        Map<String, Function<Flux<Order>, Flux<Order>>> operators = Map.of(
                "plain", orders -> orders,
                "limitRate", orders -> orders.limitRate(7),
                "publishOn", orders -> orders.publishOn(Schedulers.parallel(), 3),
                "concatMap", orders -> Flux.just(orders).concatMap(each -> each, 1),
                "flatMap", orders -> Flux.just(orders).flatMap(each -> each, 2, 5),
                "switchOnNext", orders -> Flux.switchOnNext(Flux.just(orders)),
                "map and filter",
                        orders -> Flux.just(orders)
                                .flatMap(each -> each.map(order -> order).filter(order -> order.id() > 0)),
                "hide", orders -> orders.hide().buffer(10).flatMapIterable(each -> each));

        operators.forEach((name, operator) -> {
            Client client = mapper.get(Client.class, 5L).block();
            assertThat(operator.apply(client.orders())
                            .map(Order::id)
                            .collectList()
                            .block())
                    .as(name)
                    .hasSize(2500)
                    .isSorted()
                    .doesNotHaveDuplicates();
            Client other = mapper.get(Client.class, 6L).block();
            assertThat(operator.apply(other.orders()).collectList().block())
                    .as(name)
                    .hasSize(3);
            assertThat(operator.apply(other.orders()).collectList().block())
                    .as(name + " of loaded rows")
                    .hasSize(3);
        });
    }

    @Test
    void aSubscriberThatWaitsHoldsNoConnectionAndACancelKeepsNothing() {
        database.postgres().execute(LONG_LIST);
        Client client = mapper.get(Client.class, 5L).block();

        StepVerifier.create(client.orders().map(Order::number), 1)
                .expectNext("y1")
                // The pool has one connection.
                .then(() ->
                        assertThat(mapper.from(Client.class).count().block()).isEqualTo(20))
                .thenRequest(2)
                .expectNext("y2", "y3")
                .thenCancel()
                .verify();

        assertThat(Relations.stateOf(client.orders()).isLoaded()).isFalse();
        assertThat(client.orders().take(3).count().block()).isEqualTo(3);
        assertThat(client.orders().count().block()).isEqualTo(2500);
        assertThat(mapper.from(Client.class).count().block()).isEqualTo(20);
    }

    @Test
    void rowsThatAreReadAloneAreOfTheSubscribersTransaction() {
        List<Client> clients = clients();

        List<Long> within = mapper.insert(new Order(null, 2L, null, "new", 1, 1, null, null))
                .thenMany(Flux.defer(() -> clients.get(1).orders()))
                .map(Order::id)
                .collectList()
                .flatMap(ids -> mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.setRollbackOnly())
                        .thenReturn(ids))
                .as(mapper::transactional)
                .block();

        assertThat(within).containsExactly(5L, 6L, 7L, 8L);
        assertThat(ids(clients.get(1).orders())).containsExactly(5L, 6L, 7L);
    }

    @Test
    void anErrorOfALoadAndAnErrorAfterSomeRowsReachTheSubscriber() {
        database.postgres().execute(LONG_LIST);
        Client client = mapper.get(Client.class, 5L).block();

        StepVerifier.create(client.orders(), 900)
                .expectNextCount(900)
                .then(() -> database.postgres().execute("alter table orders rename to gone"))
                .thenRequest(1000)
                .expectNextCount(100)
                .expectErrorMatches(error -> error.getMessage().contains("42P01"))
                .verify();
        assertThatThrownBy(() -> clients().get(3).orders().blockLast()).hasMessageContaining("42P01");
        database.postgres().execute("alter table gone rename to orders");
        assertThat(client.orders().count().block()).isEqualTo(2500);
    }

    /** {@code -Dkindred.rounds=200} runs the rounds of a long test. */
    @Test
    @Timeout(300)
    void manySubscribersThatComeAndGoGetWholeListsOnly() {
        int rounds = Integer.getInteger("kindred.rounds", 10);
        database.postgres().execute(LONG_LIST);
        mapper = builder(8).siblingRows(30).build();
        for (int round = 0; round < rounds; round++) {
            List<Client> clients = clients();
            List<Long> wrong = Flux.range(0, 64)
                    .flatMap(subscriber -> answer(clients.get(subscriber % 20)), 64)
                    .collectList()
                    .block();
            assertThat(wrong).as("round " + round).isEmpty();
        }
    }

    /** Returns the number of rows if it is wrong. Some subscribers cancel. */
    private static Mono<Long> answer(Client client) {
        boolean cancels = ThreadLocalRandom.current().nextInt(4) == 0;
        return client.orders()
                .subscribeOn(Schedulers.parallel())
                .take(cancels ? 2 : Long.MAX_VALUE)
                .count()
                .filter(count -> count != (cancels ? 2 : client.id() == 5 ? 2500 : 3));
    }

    private List<Client> clients() {
        return mapper.from(Client.class)
                .orderBy(Client_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private static List<Long> ids(Flux<Order> orders) {
        return orders.map(Order::id).collectList().block();
    }
}
