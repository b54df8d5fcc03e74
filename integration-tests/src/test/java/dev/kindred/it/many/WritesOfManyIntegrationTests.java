package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.it.many.Board.Card;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes through a relation to many rows, with a pool of one connection. */
class WritesOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES, Board.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS, Board.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Client client;
    private HasManyOperations<Client, Order> orders;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        client = mapper.get(Client.class, 1L).block();
        orders = mapper.related(client, Client_.ORDERS);
        recorder.clear();
    }

    private static Order order(String number) {
        return new Order(null, 99L, null, number, 1, 1, null, null);
    }

    private static long count(String condition) {
        return database.postgres().queryLong("select count(*) from " + condition);
    }

    @Test
    void createSetsTheKeyOfTheParentInOneStatement() {
        Order created = orders.create(List.of(
                        Order_.NUMBER.set("a"), Order_.DAY.set(1), Order_.TOTAL.set(2), Order_.CLIENT_ID.set(2L)))
                .block();

        assertThat(created.clientId()).isEqualTo(1L);
        assertThat(recorder.texts())
                .containsExactly("INSERT INTO \"orders\" (\"client_id\", \"number\", \"day\", \"total\")"
                        + " VALUES ($1, $2, $3, $4) RETURNING \"id\", \"client_id\", \"client_code\", \"number\","
                        + " \"day\", \"total\"");
        recorder.clear();
        assertThat(created.client().block()).isSameAs(client);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void createOfAnEntityInsertsIt() {
        Order created = orders.create(order("b")).block();

        assertThat(created.id()).isNotNull();
        assertThat(created.clientId()).isEqualTo(1L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void saveInsertsANewChildAndMovesAStoredOne() {
        assertThat(orders.save(order("c")).block().clientId()).isEqualTo(1L);
        Order ofAnother = mapper.get(Order.class, 5L).block();
        recorder.clear();

        assertThat(orders.save(ofAnother).block().clientId()).isEqualTo(1L);
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(count("orders where client_id = 1")).isEqualTo(6);
        assertThatThrownBy(() -> orders.save(new Order(77L, 1L, null, "x", 1, 1, null, null))
                        .block())
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void updateAndDeleteConcernTheRowsOfTheParentOnly() {
        assertThat(orders.update(Order_.TOTAL.gt(20), Order_.DAY.set(9), Order_.CLIENT_ID.set(2L))
                        .block())
                .isEqualTo(2);
        assertThat(recorder.texts())
                .containsExactly("UPDATE \"orders\" SET \"day\" = $1 WHERE \"client_id\" = $2 AND \"total\" > $3");
        assertThat(count("orders where day = 9 and client_id = 1 and id in (3, 4)"))
                .isEqualTo(2);

        assertThat(orders.delete(Order_.ID.eq(5L).or(Order_.ID.eq(6L))).block()).isZero();
        assertThat(count("orders")).isEqualTo(7);
        database.postgres().execute("delete from lines");
        assertThat(orders.delete(Order_.ID.eq(1L).or(Order_.ID.eq(5L))).block()).isEqualTo(1);
        assertThat(orders.updateAll(Order_.DAY.set(5)).block()).isEqualTo(3);
        assertThat(orders.deleteAll().block()).isEqualTo(3);
        assertThat(count("orders where client_id = 2")).isEqualTo(3);
        recorder.clear();
        assertThat(orders.update(Order_.DAY.gt(1), List.of()).block()).isZero();
        assertThat(orders.updateAll(Order_.CLIENT_ID.set(2L)).block()).isZero();
        assertThat(recorder.count()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.updateAll(Order_.ID.set(2L)).block());
    }

    @Test
    void softDeletesMarkTheRows() {
        Order order = mapper.get(Order.class, 4L).block();
        HasManyOperations<Order, Line> lines = mapper.related(order, Order_.LINES);

        assertThat(lines.delete(Line_.POSITION.gt(8)).block()).isEqualTo(1);
        assertThat(lines.delete(Line_.POSITION.gt(8)).block()).isZero();
        assertThat(lines.deleteAll().block()).isEqualTo(3);
        assertThat(count("lines where order_id = 4 and removed_at is not null")).isEqualTo(4);
        assertThat(count("lines where removed_at is not null")).isEqualTo(4);
    }

    @Test
    void theScopeOfTheRelationApplies() {
        Board board = mapper.insert(Board.of("board")).block();
        HasManyOperations<Board, Card> cards = mapper.related(board, Board_.CARDS);
        HasManyOperations<Board, Card> open = mapper.related(board, Board_.OPEN);
        cards.create(Board_Card_.POSITION.set(1), Board_Card_.TITLE.set("done"), Board_Card_.STATE.set("closed"))
                .block();

        Card created = open.create(Board_Card_.POSITION.set(2), Board_Card_.TITLE.set("new"))
                .block();

        assertThat(created.state()).isEqualTo("open");
        assertThat(open.createAll(List.of(Card.of(3, "third"))).blockLast().state())
                .isEqualTo("open");
        assertThatThrownBy(() -> open.create(Board_Card_.STATE.set("closed")).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("scope");
        assertThat(open.updateAll(Board_Card_.TITLE.set("changed")).block()).isEqualTo(2);
        assertThat(open.deleteAll().block()).isEqualTo(2);
        assertThat(count("cards where title = 'done'")).isEqualTo(1);
    }

    @Test
    void versionsTimesAndOwnersAreWritten() {
        Board board = mapper.insert(Board.of("board")).block();
        HasManyOperations<Board, Card> cards = mapper.related(board, Board_.CARDS);

        Card card = cards.create(Card.of(1, "a")).block();
        Card second = cards.saveAll(List.of(Card.of(2, "b"), card.titled("c"))).blockLast();
        cards.updateAll(Board_Card_.TITLE.set("d")).block();

        assertThat(second.version()).isEqualTo(1);
        assertThat(mapper.get(Board.class, 1L).block().version()).isEqualTo(3);
        assertThat(mapper.get(Card.class, card.id()).block().version()).isEqualTo(2);
        assertThatThrownBy(() -> cards.saveAll(List.of(second.titled("stale"))).blockLast())
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> cards.save(second.titled("stale")).block()).isInstanceOf(StaleVersionException.class);
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("create", some -> some.create(Order_.NUMBER.set("a"))),
                write("create of an entity", some -> some.create(order("a"))),
                write("save", some -> some.save(order("a"))),
                write("createAll", some -> some.createAll(List.of(order("a")))),
                write("createAll of a publisher", some -> some.createAll(Mono.error(new AssertionError("subscribed")))),
                write("saveAll", some -> some.saveAll(List.of(order("a")))),
                write(
                        "firstOrCreate",
                        some -> some.matching(Order_.NUMBER.set("a")).firstOrCreate(Order_.DAY.set(1))),
                write(
                        "createOrFirst",
                        some -> some.matching(Order_.NUMBER.set("a")).createOrFirst(Order_.DAY.set(1))),
                write(
                        "updateOrCreate",
                        some -> some.matching(Order_.NUMBER.set("a")).updateOrCreate(Order_.DAY.set(1))),
                write("update", some -> some.update(Order_.DAY.eq(1), Order_.DAY.set(2))),
                write("updateAll", some -> some.updateAll(Order_.DAY.set(2))),
                write("delete", some -> some.delete(Order_.DAY.eq(1))),
                write("deleteAll", HasManyOperations::deleteAll),
                write("replaceAll", some -> some.replaceAll(List.of(), OrphanPolicy.DELETE)));
    }

    static Stream<Arguments> completeWrites() {
        return Stream.of(
                write("createAll", some -> some.createAll(List.of(order("a")))),
                write("saveAll", some -> some.saveAll(List.of(order("a")))),
                write("update", some -> some.update(Order_.DAY.eq(1), Order_.DAY.set(9))),
                write("delete", some -> some.delete(Order_.DAY.eq(1))),
                write("deleteAll", HasManyOperations::deleteAll),
                write("replaceAll", some -> some.replaceAll(List.of(order("a")), OrphanPolicy.DELETE)));
    }

    private static Arguments write(String name, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void aParentWithoutAKeyIsAnErrorThatNamesTheMember(
            String name, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        assertThatThrownBy(() -> Flux.from(write.apply(mapper.related(Client.of("new"), Client_.ORDERS)))
                        .blockLast())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Client.orders")
                .hasMessageContaining("Client.id");
        assertThat(recorder.count()).isZero();
        assertThat(count("orders")).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("completeWrites")
    void theWritesOfARolledBackTransactionLeaveNoTrace(
            String name, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        database.postgres().execute("delete from lines");
        assertThatThrownBy(() -> Flux.from(write.apply(orders))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(count("orders where client_id = 1")).isEqualTo(4);
        assertThat(count("orders where client_id = 1 and day < 3")).isEqualTo(4);
    }

    @Test
    void afterAFailureTheTransactionOfTheCallerContinues() {
        orders.create(Order_.NUMBER.set(null))
                .onErrorResume(NotNullViolationException.class, refused -> Mono.empty())
                .then(orders.create(order("after")))
                .as(mapper::transactional)
                .block();

        assertThat(count("orders where number = 'after'")).isEqualTo(1);
    }

    @Test
    void theInverseSideWritesTheForeignKey() {
        Order order = mapper.get(Order.class, 5L).block();

        assertThat(mapper.related(order, Order_.CLIENT)
                        .associate(client)
                        .block()
                        .clientId())
                .isEqualTo(1L);
        assertThat(orders.query().count().block()).isEqualTo(5);
        assertThat(mapper.related(order, Order_.CLIENT).dissociate().block().clientId())
                .isNull();
        assertThat(orders.query().count().block()).isEqualTo(4);
    }
}
