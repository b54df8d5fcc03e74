package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
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

/** A loaded list of a parent is read again after a write through the relation. */
class WrittenListsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS, "delete from lines");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Client client;
    private Client sibling;
    private HasManyOperations<Client, Order> orders;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(2)).listener(recorder).build();
        List<Client> clients = mapper.from(Client.class)
                .orderBy(Client_.ID.asc())
                .preload(Client_.ORDERS)
                .preload(Client_.LATEST)
                .all()
                .collectList()
                .block();
        client = clients.get(0);
        sibling = clients.get(1);
        orders = mapper.related(client, Client_.ORDERS);
        recorder.clear();
    }

    private static Order order(String number) {
        return new Order(null, null, null, number, 9, 9, null, null);
    }

    private static Mono<Long> listed(Client of) {
        return of.orders().count();
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("create", 5, orders -> orders.create(order("x"))),
                write("save", 5, orders -> orders.save(order("x"))),
                write("createAll", 6, orders -> orders.createAll(List.of(order("x"), order("y")))),
                write("saveAll", 6, orders -> orders.saveAll(List.of(order("x"), order("y")))),
                write(
                        "firstOrCreate",
                        5,
                        orders -> orders.matching(Order_.NUMBER.set("x"))
                                .firstOrCreate(Order_.DAY.set(1), Order_.TOTAL.set(1))),
                write("update", 4, orders -> orders.update(Order_.ID.eq(1L), Order_.TOTAL.set(5))),
                write("delete", 3, orders -> orders.delete(Order_.ID.eq(1L))),
                write("deleteAll", 0, HasManyOperations::deleteAll),
                write("replaceAll", 1, orders -> orders.replaceAll(List.of(order("x")), OrphanPolicy.DELETE)));
    }

    private static Arguments write(
            String name, long listed, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        return Arguments.of(name, listed, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void theNextSubscriptionReadsTheRowsAgain(
            String name, long listed, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        Flux.from(write.apply(orders)).blockLast();

        assertThat(Relations.stateOf(client.orders())).isEqualTo(new RelationState.NotLoaded<>());
        assertThat(Relations.stateOf(sibling.orders()).isLoaded()).isTrue();
        recorder.clear();
        assertThat(listed(client).block()).isEqualTo(listed);
        assertThat(client.latest().count().block()).isEqualTo(listed);
        assertThat(listed(sibling).block()).isEqualTo(3);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void aTransactionSeesItsOwnRowsAndNoCallerDoesAfterARollback(
            String name, long listed, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        assertThatThrownBy(() -> Flux.from(write.apply(orders))
                        .then(listed(client).doOnNext(count -> assertThat(count).isEqualTo(listed)))
                        // Other subscribers see what is committed.
                        .then(Mono.defer(() -> Mono.fromFuture(listed(client).toFuture())))
                        .doOnNext(count -> assertThat(count).isEqualTo(4))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(listed(client).block()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void afterACommitEverySubscriberSeesTheRows(
            String name, long listed, Function<HasManyOperations<Client, Order>, Publisher<?>> write) {
        Flux.from(write.apply(orders))
                .then(Mono.defer(() -> Mono.fromFuture(listed(client).toFuture())))
                .as(mapper::transactional)
                .block();

        assertThat(listed(client).block()).isEqualTo(listed);
    }

    @Test
    void aWriteInASavepointHoldsInTheTransactionAroundIt() {
        orders.create(order("x"))
                .as(mapper::transactional)
                .then(Mono.defer(() -> listed(client)))
                .doOnNext(count -> assertThat(count).isEqualTo(5))
                .as(mapper::transactional)
                .block();
        assertThat(listed(client).block()).isEqualTo(5);
    }

    @Test
    void anErrorAlsoLeavesTheListUnloaded() {
        assertThatThrownBy(() -> orders.create(Order_.NUMBER.set(null)).block())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(listed(client).block()).isEqualTo(4);
    }

    @Test
    void aListThatMayNotLoadSaysSo() {
        Client forbidden = mapper.from(Client.class)
                .where(Client_.ID.eq(1L))
                .loading(LoadMode.FORBID)
                .preload(Client_.ORDERS)
                .first()
                .block();
        assertThat(listed(forbidden).block()).isEqualTo(4);

        mapper.related(forbidden, Client_.ORDERS).create(order("x")).block();

        assertThatThrownBy(() -> listed(forbidden).block()).isInstanceOf(RelationNotLoadedException.class);
        mapper.preload(List.of(forbidden), Client_.ORDERS).blockLast();
        assertThat(listed(forbidden).block()).isEqualTo(5);
    }

    @Test
    void aCopyWithAnotherKeyDoesNotChangeTheHandleOfTheOriginal() {
        Client copy = new Client(2L, "copy", null, client.orders(), client.latest(), client.coded());

        mapper.related(copy, Client_.ORDERS).create(order("x")).block();

        assertThat(Relations.stateOf(client.orders()).isLoaded()).isTrue();
    }
}
