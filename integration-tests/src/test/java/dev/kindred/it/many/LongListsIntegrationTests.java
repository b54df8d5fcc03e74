package dev.kindred.it.many;

import static dev.kindred.it.many.Shop.LONG_LIST;
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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Lists with more rows than the handles of siblings load together. */
class LongListsIntegrationTests {

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
                                + " FROM \"orders\" WHERE \"client_id\" = ANY($1) LIMIT 6",
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
