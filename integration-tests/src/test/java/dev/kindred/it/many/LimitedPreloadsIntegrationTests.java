package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Preloads of the first rows of each parent. */
class LimitedPreloadsIntegrationTests {

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
    void limitEachReadsTheFirstRowsOfEachParentAndTellsWhetherItHasMore() {
        List<Client> clients = read(clients().preload(Client_.LATEST, orders -> orders.limitEach(3)));

        assertThat(clients)
                .map(client -> ids(client.latest()))
                .isEqualTo(List.of(List.of(4L, 3L, 2L), List.of(7L, 6L, 5L), List.of()));
        assertThat(clients)
                .map(client -> Relations.stateOf(client.latest()).hasMore())
                .containsExactly(true, false, false);
        assertThat(clients)
                .map(client -> Relations.stateOf(client.latest()).isLoaded())
                .containsOnly(true);
        assertThat(recorder.texts())
                .last()
                .isEqualTo("SELECT \"t0\".\"id\", \"t0\".\"client_id\","
                        + " \"t0\".\"client_code\", \"t0\".\"number\", \"t0\".\"day\", \"t0\".\"total\""
                        + " FROM unnest($1) AS \"k\" (\"c0\") CROSS JOIN LATERAL (SELECT \"t1\".*"
                        + " FROM \"orders\" AS \"t1\""
                        + " WHERE \"t1\".\"client_id\" = \"k\".\"c0\""
                        + " ORDER BY \"t1\".\"day\" DESC, \"t1\".\"number\" DESC, \"t1\".\"id\" DESC LIMIT 4) AS \"t0\""
                        + " ORDER BY \"t0\".\"day\" DESC, \"t0\".\"number\" DESC, \"t0\".\"id\" DESC");
    }

    @Test
    void rowsWithEqualValuesAreSortedByThePrimaryKeyOnEveryPath() {
        List<List<Long>> expected = List.of(List.of(3L, 4L, 1L), List.of(7L, 5L, 6L), List.of());

        List<Client> clients = read(clients()
                .preload(
                        Client_.ORDERS,
                        orders -> orders.orderBy(Order_.DAY.desc(), Order_.ID.asc())
                                .limitEach(3)));
        List<Client> all =
                read(clients().preload(Client_.ORDERS, orders -> orders.orderBy(Order_.DAY.desc(), Order_.ID.asc())));
        List<Client> byDay = read(clients().preload(Client_.ORDERS, orders -> orders.orderBy(Order_.DAY.desc())));
        List<Client> limited = read(clients()
                .preload(
                        Client_.ORDERS,
                        orders -> orders.orderBy(Order_.DAY.desc()).limitEach(4)));

        assertThat(clients).map(client -> ids(client.orders())).isEqualTo(expected);
        assertThat(all)
                .map(client -> ids(client.orders()).stream().limit(3).toList())
                .isEqualTo(expected);
        assertThat(byDay)
                .map(client -> ids(client.orders()))
                .isEqualTo(List.of(List.of(4L, 3L, 2L, 1L), List.of(7L, 6L, 5L), List.of()));
        assertThat(limited)
                .map(client -> ids(client.orders()))
                .isEqualTo(byDay.stream().map(client -> ids(client.orders())).toList());
    }

    @Test
    void theServerVisitsOnlyTheRowsOfTheLimit() {
        database.postgres()
                .execute("insert into clients (name) select 'c' || n from generate_series(4, 200) n;"
                        + " insert into orders (client_id, number, day, total)"
                        + " select c.id, 'x' || n, n, n from clients c, generate_series(1, 200) n where c.id > 3;"
                        + " analyze clients; analyze orders");
        read(clients().preload(Client_.LATEST, orders -> orders.limitEach(3)));

        List<String> plan = database
                .postgres()
                .query("explain (analyze, costs off, timing off, summary off) "
                        + recorder.texts().get(1).replace("$1", "(select array_agg(id) from clients)"))
                .stream()
                .map(row -> String.valueOf(row.get("QUERY PLAN")))
                .toList();

        assertThat(plan)
                .filteredOn(line -> line.contains("orders_client_id_day_number_idx"))
                .singleElement()
                .asString()
                .contains("Scan Backward")
                .containsPattern("rows=[45](\\.\\d+)? loops=200");
    }

    @Test
    void conditionsColumnsNestedPreloadsAndLimitHoldTogether() {
        List<Client> clients = read(clients()
                .preload(
                        Client_.LATEST,
                        orders -> orders.where(Order_.TOTAL.gt(20))
                                .orWhere(Order_.NUMBER.eq("n1"))
                                .select(Order_.ID, Order_.TOTAL)
                                .preload(Order_.LINES, lines -> lines.limitEach(2))
                                .limitEach(2)));

        assertThat(clients)
                .map(client -> ids(client.latest()))
                .isEqualTo(List.of(List.of(4L, 3L), List.of(7L, 6L), List.of()));
        assertThat(clients)
                .map(client -> Relations.stateOf(client.latest()).hasMore())
                .containsExactly(true, true, false);
        assertThat(orders(clients.get(0).latest())).allSatisfy(order -> {
            assertThat(order.clientId()).isNull();
            assertThat(order.lines().map(Line::id).collectList().block())
                    .containsExactly(order.id() * 100 + order.id(), order.id() * 100 + order.id() - 1);
            assertThat(Relations.stateOf(order.lines()).hasMore()).isTrue();
        });
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void theGreatestLimitReadsAllRows() {
        List<Client> clients = read(clients().preload(Client_.LATEST, orders -> orders.limitEach(Long.MAX_VALUE)));

        assertThat(clients)
                .map(client -> ids(client.latest()))
                .isEqualTo(List.of(List.of(4L, 3L, 2L, 1L), List.of(7L, 6L, 5L), List.of()));
        assertThat(clients)
                .noneMatch(client -> Relations.stateOf(client.latest()).hasMore());
    }

    @Test
    void aPreloadLocksItsRows() {
        List<Client> clients = mapper.transactional(clients()
                        .preload(Client_.ORDERS, orders -> orders.forUpdate().limitEach(1))
                        .all()
                        .collectList())
                .block();

        assertThat(clients).map(client -> ids(client.orders())).isEqualTo(List.of(List.of(1L), List.of(5L), List.of()));
        assertThat(recorder.texts()).anyMatch(text -> text.contains("LIMIT 2 FOR UPDATE) AS \"t0\""));
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
