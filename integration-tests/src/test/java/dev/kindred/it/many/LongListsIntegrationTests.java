package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Lists with more rows than the handles of siblings load together. */
class LongListsIntegrationTests {

    /** Client 5 has 2,500 orders. The other 19 clients have three orders each. */
    private static final String LONG_LIST = """
            truncate clients, orders restart identity cascade;
            insert into clients (name) select 'c' || n from generate_series(1, 20) n;
            insert into orders (client_id, number, day, total)
                select c.id, 'x' || n, n, n from clients c, generate_series(1, 3) n where c.id <> 5;
            insert into orders (client_id, number, day, total)
                select 5, 'y' || n, n, n from generate_series(1, 2500) n;
            """;

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
    void aListThatIsReadInFullIsRememberedAndTheOthersAreReadAlone() {
        List<Client> clients = clients();
        recorder.clear();

        assertThat(ids(clients.get(1).orders())).containsExactly(5L, 6L, 7L);

        assertThat(ids(Relations.stateOf(clients.get(0).orders()))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Relations.stateOf(clients.get(1).orders())).isEqualTo(new RelationState.NotLoaded<>());
        assertThat(Relations.stateOf(clients.get(2).orders())).isEqualTo(new RelationState.NotLoaded<>());
        String columns =
                "\"t0\".\"id\", \"t0\".\"client_id\", \"t0\".\"client_code\", \"t0\".\"number\", \"t0\".\"day\","
                        + " \"t0\".\"total\"";
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"client_id\", \"client_code\", \"number\", \"day\", \"total\""
                                + " FROM \"orders\" WHERE \"client_id\" = ANY($1) LIMIT $2",
                        "SELECT " + columns + " FROM unnest($1) WITH ORDINALITY AS \"k\" (\"c0\", \"n\")"
                                + " CROSS JOIN LATERAL (SELECT \"t1\".* FROM \"orders\" AS \"t1\""
                                + " WHERE \"t1\".\"client_id\" = \"k\".\"c0\" ORDER BY \"t1\".\"id\" ASC LIMIT 6)"
                                + " AS \"t0\" ORDER BY \"k\".\"n\", \"t0\".\"id\" ASC LIMIT 6",
                        "SELECT \"id\", \"client_id\", \"client_code\", \"number\", \"day\", \"total\""
                                + " FROM \"orders\" WHERE \"client_id\" = $1 ORDER BY \"id\" ASC LIMIT $2");
        recorder.clear();
        assertThat(ids(clients.get(0).orders())).hasSize(4);
        assertThat(recorder.count()).isZero();
        assertThat(ids(clients.get(2).orders())).isEmpty();
        assertThat(ids(clients.get(1).orders())).hasSize(3);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void theOrderOfTheRelationHoldsForEachPartOfALongList() {
        database.postgres().execute(LONG_LIST + "update orders set day = day / 7, number = 'n' || day % 3");
        List<Client> clients = clients();
        List<Object> expected = database
                .postgres()
                .query("select id from orders where client_id = 5 order by day desc, number desc, id desc")
                .stream()
                .map(row -> row.get("id"))
                .toList();

        assertThat(ids(clients.get(4).latest())).hasSize(2500).isEqualTo(expected);
        assertThat(Relations.stateOf(clients.get(4).latest()).isLoaded()).isFalse();
    }

    @Test
    void siblingsThatWaitForALoadThatStopsLoadTogetherAgain() {
        database.postgres().execute(LONG_LIST);
        mapper = builder(1).siblingRows(200).build();
        List<Client> clients = clients();
        recorder.clear();

        Map<Long, List<Order>> orders = Flux.fromIterable(clients)
                .flatMap(client -> client.orders().collectList().map(list -> Map.entry(client.id(), list)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();

        assertThat(orders).hasSize(20);
        orders.forEach((client, list) -> assertThat(list)
                .hasSize(client == 5 ? 2500 : 3)
                .allMatch(order -> order.clientId().equals(client))
                .isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id())));
        assertThat(clients)
                .filteredOn(client -> !Relations.stateOf(client.orders()).isLoaded())
                .map(Client::id)
                .containsExactly(5L);
        // Two for the load that stops, three for the long list, one for the siblings after it.
        assertThat(recorder.count()).isEqualTo(6);
    }

    @Test
    void theLoadsOfSiblingsRememberNoMoreThanTheMaximumTogether() {
        database.postgres().execute(LONG_LIST);
        mapper = builder(1).siblingRows(20).build();
        List<Client> clients = clients();

        List<Long> counts = Flux.fromIterable(clients)
                .concatMap(client -> client.orders().count())
                .collectList()
                .block();

        assertThat(counts)
                .isEqualTo(LongStream.rangeClosed(1, 20)
                        .mapToObj(id -> id == 5 ? 2500L : 3L)
                        .toList());
        assertThat(clients.stream()
                        .mapToInt(client ->
                                ids(Relations.stateOf(client.orders())).size())
                        .sum())
                .isBetween(10, 20);
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
    void theOwnerOfARowThatIsReadAloneIsKnown() {
        List<Client> clients = clients();
        List<Order> orders = clients.get(1).orders().collectList().block();
        recorder.clear();

        assertThat(orders)
                .hasSize(3)
                .allSatisfy(order -> assertThat(order.client().block()).isSameAs(clients.get(1)));
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aLongListWithoutAPrimaryKeyIsAnErrorThatNamesTheRemedy() {
        List<Diary> diaries = mapper.from(Diary.class)
                .orderBy(Diary_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThatThrownBy(() -> diaries.get(1).entries().blockLast())
                .isInstanceOf(MappingException.class)
                .hasMessage("Cannot load Diary.entries: its rows exceed the limit for siblings, and DiaryEntry has no"
                        + " @Id to read them in chunks. Mark the key members with @Id, or raise siblingRows(..) on the"
                        + " builder.");
        assertThat(diaries.get(0).entries().count().block()).isEqualTo(4);
    }

    @Test
    void textKeysThatOnlyTheServerTakesForEqualAreAnErrorInALongListToo() {
        database.postgres()
                .execute("update clients set code = 'A' where id = 2;"
                        + " update clients set code = 'c' where id = 3;"
                        + " update orders set client_code = 'A' where id >= 5;"
                        + " create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
                        + " alter table orders alter client_code type text collate ci");
        try {
            for (int rows = 1; rows <= 8; rows++) {
                mapper = builder(1).siblingRows(rows).build();
                List<Client> clients = clients();
                for (Client client : clients.subList(0, 2)) {
                    assertThatThrownBy(() -> client.coded().blockLast())
                            .as(client.name() + " with " + rows + " rows")
                            .isInstanceOf(MappingException.class)
                            .hasMessageContaining("differs in Java from the requested key");
                }
            }
        } finally {
            database.postgres()
                    .execute("alter table orders alter client_code type text collate \"default\";"
                            + " drop collation ci");
        }
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

    private static List<Long> ids(RelationState<List<Order>> state) {
        List<Order> orders = state.getOrNull();
        return orders == null ? List.of() : orders.stream().map(Order::id).collect(Collectors.toList());
    }
}
