package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PreloadManyIntegrationTests {

    private static final String COLUMNS = "\"id\", \"client_id\", \"client_code\", \"number\", \"day\", \"total\"";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .preloadRows(1_000_000)
                .build();
    }

    @Test
    void theListsOfAllParentsAreLoadedWithOneStatement() {
        List<Client> clients = read(clients().preload(Client_.ORDERS).loading(LoadMode.FORBID));

        assertThat(clients)
                .map(client -> ids(client.orders()))
                .isEqualTo(List.of(List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 7L), List.of()));
        assertThat(Relations.stateOf(clients.get(2).orders())).isEqualTo(new RelationState.Empty<>());
        assertThat(recorder.texts())
                .last()
                .isEqualTo("SELECT " + COLUMNS + " FROM \"orders\" WHERE \"client_id\" = ANY($1) LIMIT 1000001");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void tenThousandParentsNeedTwoStatements() {
        database.postgres()
                .execute("insert into clients (name) select 'c' || n from generate_series(4, 10000) n;"
                        + " insert into orders (client_id, number, day, total)"
                        + " select c.id, 'x' || n, n, n from clients c, generate_series(1, 2) n where c.id > 3");

        List<Client> clients = read(clients().preload(Client_.ORDERS));

        assertThat(clients).hasSize(10_000);
        assertThat(clients.subList(3, 10_000))
                .allSatisfy(client -> assertThat(orders(client.orders()))
                        .hasSize(2)
                        .isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()))
                        .allMatch(order -> order.clientId().equals(client.id())));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aConditionThatLeavesNoRowLoadsAnEmptyList() {
        List<Client> clients = read(clients().preload(Client_.ORDERS, orders -> orders.where(Order_.TOTAL.gt(45))));

        assertThat(clients)
                .map(client -> ids(client.orders()))
                .isEqualTo(List.of(List.of(), List.of(5L, 6L, 7L), List.of()));
        assertThat(Relations.stateOf(clients.get(0).orders())).isEqualTo(new RelationState.Empty<>());
    }

    @Test
    void theOwnersOfTheRowsAreKnown() {
        List<Client> clients = read(clients().preload(Client_.ORDERS, orders -> orders.limitEach(2)));
        recorder.clear();

        assertThat(clients.get(0).orders().flatMap(Order::client).collectList().block())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client).isSameAs(clients.get(0)));
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aToOneRelationOfTheRowsCanBeJoined() {
        List<Order> orders = mapper.from(Client.class)
                .preload(
                        Client_.CODED,
                        coded -> coded.preload(Order_.CLIENT, PreloadQuery::joined)
                                .limitEach(2))
                .all()
                .concatMap(Client::coded)
                .collectList()
                .block();

        assertThat(orders).map(Order::id).containsExactly(1L, 2L, 5L, 6L);
        assertThat(orders).map(order -> order.client().block().name()).containsExactly("one", "one", "two", "two");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void ofTwoPreloadsOfOneRelationTheLaterOneCounts() {
        List<Client> clients = read(clients()
                .preload(
                        Client_.ORDERS,
                        orders -> orders.where(Order_.TOTAL.lt(30)).preload(Order_.LINES))
                .preload(
                        Client_.ORDERS,
                        orders -> orders.orderBy(Order_.TOTAL.desc()).limitEach(1)));

        assertThat(clients).map(client -> ids(client.orders())).isEqualTo(List.of(List.of(4L), List.of(7L), List.of()));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void equalPreloadsOfOneRelationAreMerged() {
        List<Client> clients = read(clients()
                .preload(Client_.ORDERS, orders -> orders.preload(Order_.LINES))
                .preload(Client_.ORDERS));

        assertThat(orders(clients.get(0).orders()))
                .allMatch(order -> Relations.stateOf(order.lines()).isLoaded());
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void entitiesAtHandAreLoadedUnlessTheyAreLoaded() {
        List<Client> clients = read(clients());
        clients.get(0).orders().blockLast();
        Client other = mapper.get(Client.class, 2L).block();
        recorder.clear();

        mapper.preload(clients, Client_.ORDERS).blockLast();
        assertThat(recorder.count()).isZero();
        mapper.preload(List.of(other), Client_.ORDERS, orders -> orders.limitEach(1))
                .blockLast();

        assertThat(ids(other.orders())).containsExactly(5L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void theEntitiesOfAPublisherAreLoaded() {
        List<Client> clients = mapper.preload(
                        mapper.from(Client.class).orderBy(Client_.ID.asc()).stream(2),
                        Client_.LATEST,
                        orders -> orders.limitEach(1))
                .collectList()
                .block();

        assertThat(clients).map(client -> ids(client.latest())).isEqualTo(List.of(List.of(4L), List.of(7L), List.of()));
    }

    @Test
    void aStreamLoadsTheListsOfEachChunk() {
        List<List<Long>> ids = mapper.from(Client.class).preload(Client_.ORDERS).stream(2)
                .map(client -> ids(client.orders()))
                .collectList()
                .block();

        assertThat(ids).isEqualTo(List.of(List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 7L), List.of()));
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void aMissingKeyAndAWrongLimitAreErrorsBeforeAnyStatement() {
        assertThatThrownBy(() -> read(clients().select(Client_.NAME).preload(Client_.ORDERS)))
                .isInstanceOf(RelationKeyMissingException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients().preload(Client_.ORDERS, orders -> orders.limitEach(0)))
                .withMessage("limitEach must be positive, but is 0");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void parentsAndRowsOfARepeatableReadTransactionAreOfOneSnapshot() {
        List<Client> clients = clients()
                .preload(Client_.ORDERS)
                .all()
                .collectList()
                .delayUntil(first -> Mono.fromRunnable(() -> database.postgres()
                                .execute("insert into orders (client_id, number, day, total) values (3, 'x', 1, 1)"))
                        .subscribeOn(Schedulers.boundedElastic()))
                .then(clients().preload(Client_.ORDERS).all().collectList())
                .as(work ->
                        mapper.transactional(work, TransactionOptions.defaults().isolation(Isolation.REPEATABLE_READ)))
                .block();

        assertThat(ids(clients.get(2).orders())).isEmpty();
        assertThat(mapper.get(Client.class, 3L)
                        .flatMapMany(Client::orders)
                        .count()
                        .block())
                .isEqualTo(1);
    }

    private EntitySelect<Client> clients() {
        return mapper.from(Client.class).orderBy(Client_.ID.asc());
    }

    private static List<Client> read(EntitySelect<Client> clients) {
        return clients.all().collectList().block();
    }

    private static List<Long> ids(@Nullable Flux<Order> orders) {
        return orders(orders).stream().map(Order::id).toList();
    }

    /** Returns the list of a loaded handle. */
    private static List<Order> orders(@Nullable Flux<Order> orders) {
        RelationState<List<Order>> state = Relations.stateOf(orders);
        assertThat(state.isLoaded()).isTrue();
        return state.getOrNull() == null ? List.of() : state.getOrNull();
    }
}
