package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelatedRows;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.jackson.RelationModule;
import dev.kindred.schema.Finding;
import dev.kindred.schema.SchemaReport;
import dev.kindred.type.ComparisonOperator;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries, filters, aggregates, JSON and the schema of relations to many rows. */
class QueriesOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final JsonMapper json =
            JsonMapper.builder().addModule(new RelationModule()).build();
    private ReactiveMapper mapper;
    private Client client;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        client = mapper.get(Client.class, 1L).block();
        recorder.clear();
    }

    @Test
    void aQueryReadsTheRowsOfOneEntityInTheOrderOfTheRelation() {
        EntitySelect<Order> latest = mapper.related(client, Client_.LATEST).query();

        assertThat(ids(latest.all())).containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(latest.where(Order_.TOTAL.lt(20))
                        .orWhere(Order_.TOTAL.gt(20))
                        .all()))
                .containsExactly(4L, 3L, 1L);
        assertThat(ids(latest.orderBy(Order_.DAY.asc()).all())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(latest.first().block().id()).isEqualTo(4);
        assertThat(latest.count().block()).isEqualTo(4);
        assertThat(latest.project(Order_.DAY).distinct().all().collectList().block())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(recorder.count()).isEqualTo(6);
    }

    @Test
    void everyKindOfPageHasTheSameOrder() {
        EntitySelect<Order> latest = mapper.related(client, Client_.LATEST).query();

        Page<Order> page = latest.page(PageRequest.of(0, 3)).block();
        assertThat(page.rows()).map(Order::id).containsExactly(4L, 3L, 2L);
        assertThat(page.total()).isEqualTo(4);
        assertThat(latest.slice(PageRequest.of(1, 3)).block().rows())
                .map(Order::id)
                .containsExactly(1L);
        Window<Order> window = latest.scroll(3).block();
        assertThat(window.rows()).map(Order::id).containsExactly(4L, 3L, 2L);
        assertThat(latest.scroll(3, window.next()).block().rows())
                .map(Order::id)
                .containsExactly(1L);
        assertThat(ids(latest.stream(2))).containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(latest.orderBy(Order_.TOTAL.asc()).stream(2))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theEntityNeedNotBeRead() {
        assertThat(ids(mapper.related(Client.class, 2L, Client_.LATEST).query().all()))
                .containsExactly(7L, 6L, 5L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anEntityWithoutAKeyHasNoRowsAndSendsNoStatement() {
        Client third = mapper.get(Client.class, 3L).block();
        recorder.clear();
        EntitySelect<Order> coded = mapper.related(third, Client_.CODED).query();

        assertThat(ids(coded.all())).isEmpty();
        assertThat(ids(coded.stream())).isEmpty();
        assertThat(coded.page(PageRequest.of(0, 3)).block().total()).isZero();
        assertThat(coded.scroll(3).block().rows()).isEmpty();
        assertThat(mapper.related(Client.of("unsaved"), Client_.ORDERS)
                        .query()
                        .exists()
                        .block())
                .isFalse();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aFilterByTheRowsReturnsEachEntityOnce() {
        assertThat(names(clients().has(Client_.ORDERS))).containsExactly("one", "two");
        assertThat(names(clients().doesntHave(Client_.ORDERS))).containsExactly("three");
        assertThat(names(clients().has(Client_.ORDERS, ComparisonOperator.GREATER, 3)))
                .containsExactly("one");
        UnaryOperator<RelatedRows<Order>> small =
                orders -> orders.where(Order_.TOTAL.lt(20)).orWhere(Order_.DAY.eq(99));
        assertThat(names(clients().where(Client_.NAME.ne("x")).whereHas(Client_.ORDERS, small)))
                .containsExactly("one");
        assertThat(names(clients().whereHas(Client_.LATEST, orders -> orders.where(Order_.ID.eq(1L)))))
                .containsExactly("one");
        assertThat(names(clients()
                        .whereHas(
                                Client_.ORDERS,
                                orders -> orders.whereHas(Order_.LINES, lines -> lines.where(Line_.ORDER_ID.eq(7L))))))
                .containsExactly("two");
    }

    @Test
    void aSoftlyDeletedRowIsNotFound() {
        database.postgres().execute("update lines set removed_at = now() where order_id = 7");

        assertThat(ids(mapper.from(Order.class).doesntHave(Order_.LINES).all())).containsExactly(7L);
        assertThat(mapper.related(Order.class, 7L, Order_.LINES).query().count().block())
                .isZero();
        assertThat(mapper.related(Order.class, 7L, Order_.LINES)
                        .query()
                        .withDeleted()
                        .count()
                        .block())
                .isEqualTo(7);
    }

    @Test
    void countsAndSumsAreReadWithTheEntitiesAndForEntitiesAtHand() {
        var count = Client_.ORDERS.count();
        var total = Client_.LATEST.sum(Order_.TOTAL);

        List<Aggregated<Client>> read =
                clients().with(count, total).all().collectList().block();
        List<Aggregated<Client>> found = mapper.aggregate(
                        read.stream().map(Aggregated::entity).toList(), List.of(count, total))
                .collectList()
                .block();

        for (List<Aggregated<Client>> each : List.of(read, found)) {
            assertThat(each).map(row -> row.get(count)).containsExactly(4L, 3L, 0L);
            assertThat(each)
                    .map(row -> row.getOrNull(total))
                    .containsExactly(BigDecimal.valueOf(100), BigDecimal.valueOf(180), null);
        }
        assertThat(names(clients().where(count.is(ComparisonOperator.EQUAL, 3L))))
                .containsExactly("two");
    }

    @Test
    void loadedListsAreWrittenAsJsonAndOthersAreAbsent() {
        List<Client> clients = clients()
                .preload(Client_.ORDERS, orders -> orders.preload(Order_.LINES).limitEach(2))
                .all()
                .collectList()
                .block();
        recorder.clear();

        JsonNode written = json.valueToTree(clients);

        assertThat(written.get(0).get("orders").size()).isEqualTo(2);
        assertThat(written.get(0).get("orders").get(1).get("lines").size()).isEqualTo(2);
        assertThat(written.get(0).get("orders").get(0).has("client")).isFalse();
        assertThat(written.get(2).get("orders").isArray()).isTrue();
        assertThat(written.get(2).get("orders").size()).isZero();
        assertThat(written.get(0).has("latest")).isFalse();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aListThatLeadsBackIsLeftOutAsAWhole() {
        Order order = Relations.stateOf(
                        clients().preload(Client_.ORDERS).first().block().orders())
                .getOrNull()
                .get(0);

        JsonNode written = json.valueToTree(order);

        assertThat(written.get("client").get("name").asString()).isEqualTo("one");
        assertThat(written.get("client").has("orders")).isFalse();
    }

    @Test
    void theSchemaCheckReportsAMissingIndexOfTheOrder() {
        assertThat(missingIndexes()).isEmpty();
        database.postgres()
                .execute("drop index orders_client_id_day_number_idx;"
                        + " create index orders_plain on orders (client_id)");
        try {
            assertThat(missingIndexes()).singleElement().satisfies(finding -> {
                assertThat(finding.toString()).contains("orders", "client_id", "day", "number");
                assertThat(finding.remedy())
                        .singleElement()
                        .asString()
                        .contains("(\"client_id\", \"day\", \"number\")");
            });
        } finally {
            database.postgres().execute("drop index orders_plain; create index on orders (client_id, day, number)");
        }
    }

    private List<Finding> missingIndexes() {
        SchemaReport report =
                mapper.schema(Client.class, Order.class, Line.class).verify().block();
        return report.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.MISSING_INDEX)
                .toList();
    }

    private EntitySelect<Client> clients() {
        return mapper.from(Client.class).orderBy(Client_.ID.asc());
    }

    private static List<String> names(EntitySelect<Client> clients) {
        return clients.all().map(Client::name).collectList().block();
    }

    private static List<Long> ids(Flux<Order> orders) {
        return orders.map(Order::id).collectList().block();
    }
}
