package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class HandlesOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void allSiblingsLoadInOneStatementInTheOrderOfTheirKeys() {
        List<Client> clients = clients();
        recorder.clear();

        assertThat(ids(clients.get(0).orders())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(clients.get(1).orders())).containsExactly(5L, 6L, 7L);
        assertThat(ids(clients.get(2).orders())).isEmpty();
        assertThat(recorder.texts())
                .containsExactly("SELECT \"id\", \"client_id\", \"client_code\", \"number\", \"day\", \"total\""
                        + " FROM \"orders\" WHERE \"client_id\" = ANY($1) LIMIT 100001");
    }

    @Test
    void anOrderThatJavaMaySortDifferentlyIsLeftToTheServer() {
        List<Client> clients = clients();
        recorder.clear();

        assertThat(ids(clients.get(0).latest())).containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(clients.get(1).latest())).containsExactly(7L, 6L, 5L);
        assertThat(recorder.texts())
                .singleElement()
                .asString()
                .endsWith("ANY($1) ORDER BY \"day\" DESC, \"number\" DESC, \"id\" DESC LIMIT 100001");
    }

    @Test
    void aThousandHandlesInOneFlatMapLoadTogether() {
        database.postgres()
                .execute("insert into clients (name) select 'c' || n from generate_series(4, 1000) n;"
                        + " insert into orders (client_id, number, day, total)"
                        + " select c.id, 'x' || n, n, n from clients c, generate_series(1, 10) n where c.id > 3");
        recorder.clear();

        List<Order> orders = mapper.from(Client.class)
                .all()
                .flatMap(Client::orders)
                .collectList()
                .block();

        assertThat(orders).hasSize(7 + 9970).doesNotHaveDuplicates();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void theRowsOfEachKeyAreInOrderForAnyRequest() {
        Client client = mapper.get(Client.class, 1L).block();

        assertThat(client.orders().limitRate(1).map(Order::id).collectList().block())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(client.orders()
                        .publishOn(Schedulers.parallel(), 1)
                        .map(Order::id)
                        .collectList()
                        .block())
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aSubscriberThatRequestsOneRowHoldsNoConnection() {
        Client client = mapper.get(Client.class, 1L).block();
        List<Order> received = new ArrayList<>();
        BaseSubscriber<Order> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(Order order) {
                received.add(order);
            }
        };

        client.orders().subscribe(slow);

        // The pool has one connection.
        assertThat(mapper.from(Client.class).count().block()).isEqualTo(3);
        assertThat(client.orders().count().block()).isEqualTo(4);
        assertThat(received).hasSize(1);
        slow.cancel();
    }

    @Test
    void aCancelAfterTheThirdRowDoesNotShortenTheListOfOthers() {
        Client client = mapper.get(Client.class, 1L).block();

        assertThat(client.orders().take(3).map(Order::id).collectList().block()).containsExactly(1L, 2L, 3L);
        assertThat(ids(client.orders())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void rowsOfATransactionAreSeenInItOnly() {
        Client client = mapper.get(Client.class, 1L).block();
        Mono<Long> counted = client.orders().count();

        Long within = mapper.insert(new Order(null, 1L, null, "new", 1, 1, null, null))
                .then(counted)
                .flatMap(count -> mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.setRollbackOnly())
                        .thenReturn(count))
                .as(mapper::transactional)
                .block();

        assertThat(within).isEqualTo(5);
        assertThat(Relations.stateOf(client.orders()).isLoaded()).isFalse();
        assertThat(counted.block()).isEqualTo(4);
    }

    @Test
    void aSoftlyDeletedRowIsLeftOut() {
        database.postgres().execute("update lines set removed_at = now() where id = 302");
        Order order = mapper.get(Order.class, 3L).block();

        assertThat(order.lines().map(Line::id).collectList().block()).containsExactly(303L, 301L);
    }

    @Test
    void theOwnerOfALoadedRowIsKnown() {
        List<Client> clients = clients();
        List<Order> orders = clients.get(0).orders().collectList().block();
        recorder.clear();

        assertThat(orders)
                .allSatisfy(order -> assertThat(order.client().block()).isSameAs(clients.get(0)));
        assertThat(clients.get(1).orders().flatMap(Order::client).collectList().block())
                .allSatisfy(client -> assertThat(client).isSameAs(clients.get(1)));
        assertThat(recorder.count()).isZero();
    }

    @Test
    void textKeysThatOnlyTheServerTakesForEqualAreAnErrorAndNotAShorterList() {
        database.postgres()
                .execute("update clients set code = 'A' where id = 2;"
                        + " update orders set client_code = 'A' where id >= 5;"
                        + " create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
                        + " alter table orders alter client_code type text collate ci");
        List<Client> clients = clients();

        assertThatThrownBy(() -> clients.get(0).coded().blockLast())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("differs in Java from the requested key");
        database.postgres()
                .execute("alter table orders alter client_code type text collate \"default\";" + " drop collation ci");
        assertThat(ids(clients().get(0).coded())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void handlesOfLoadedRowsLoadTogetherToo() {
        List<Client> clients = clients();
        recorder.clear();

        List<Long> lines = Flux.fromIterable(clients)
                .concatMap(Client::orders)
                .concatMap(Order::lines)
                .map(Line::id)
                .collectList()
                .block();

        assertThat(lines).hasSize(IntStream.rangeClosed(1, 7).sum()).startsWith(101L, 202L, 201L, 303L);
        assertThat(recorder.count()).isEqualTo(2);
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
