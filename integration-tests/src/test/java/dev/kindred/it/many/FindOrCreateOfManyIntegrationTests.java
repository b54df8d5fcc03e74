package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.many.Album.Track;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Assignment;
import dev.kindred.reactor.FindOrCreateSteps;
import dev.kindred.reactor.HasManyOperations;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class FindOrCreateOfManyIntegrationTests {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 20;
    private static final String INDEX = "create unique index orders_numbers on orders (client_id, number)";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Shop.TABLES, Album.TABLES, Board.TABLES)
            .resetBefore(
                    "drop index if exists orders_numbers, card_titles",
                    Shop.EMPTY,
                    Shop.ROWS,
                    Album.EMPTY,
                    Board.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private HasManyOperations<Client, Order> orders;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        orders = mapper.related(mapper.get(Client.class, 1L).block(), Client_.ORDERS);
        recorder.clear();
    }

    private static List<Assignment<Order>> values() {
        return List.of(Order_.DAY.set(1), Order_.TOTAL.set(2));
    }

    private static long count(String number) {
        return database.postgres().queryLong("select count(*) from orders where number = '" + number + "'");
    }

    @Test
    void theRowOfTheParentWithTheValuesIsFound() {
        assertThat(orders.matching(Order_.NUMBER.set("n2"))
                        .firstOrCreate(values())
                        .block()
                        .id())
                .isEqualTo(2L);
        assertThat(recorder.count()).isEqualTo(1);

        assertThat(orders.matching(Order_.NUMBER.set("n5"))
                        .firstOrCreate(values())
                        .block()
                        .clientId())
                .isEqualTo(1L);
        assertThat(count("n5")).isEqualTo(2);
    }

    @Test
    void withAUniqueIndexARowIsCreatedInTwoStatements() {
        database.postgres().execute(INDEX);

        Order created = orders.matching(Order_.NUMBER.set("new"))
                .firstOrCreate(values())
                .block();

        assertThat(created.number()).isEqualTo("new");
        assertThat(created.clientId()).isEqualTo(1L);
        assertThat(recorder.texts()).hasSize(2);
        assertThat(recorder.texts().get(1)).contains("ON CONFLICT (\"client_id\", \"number\") DO NOTHING");
        recorder.clear();
        assertThat(orders.matching(Order_.NUMBER.set("new"))
                        .createOrFirst(values())
                        .block())
                .isEqualTo(created);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void updateOrCreateChangesTheFoundRowOrCreatesOne() {
        assertThat(orders.matching(Order_.NUMBER.set("n2"))
                        .updateOrCreate(values())
                        .block()
                        .total())
                .isEqualTo(2);
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(orders.matching(Order_.NUMBER.set("new"))
                        .updateOrCreate(values())
                        .block()
                        .id())
                .isNotNull();
        assertThat(count("n2")).isEqualTo(1);
    }

    @Test
    void ofSeveralRowsTheFirstIsReadOnly() {
        assertThat(orders.matching(Order_.DAY.set(1))
                        .firstOrCreate(values())
                        .block()
                        .id())
                .isEqualTo(1L);
        assertThat(recorder.texts()).singleElement().asString().contains(" LIMIT ");
        assertThat(orders.matching(Order_.DAY.set(1))
                        .updateOrCreate(Order_.TOTAL.set(77))
                        .block()
                        .id())
                .isEqualTo(1L);
        assertThat(database.postgres().queryLong("select count(*) from orders where total = 77"))
                .isEqualTo(1);
    }

    @Test
    void theWholePrimaryKeyCanBeTheIndex() {
        Album album = mapper.insert(Album.of("Ann", 1999)).block();
        HasManyOperations<Album, Track> tracks = mapper.related(album, Album_.TRACKS);
        recorder.clear();

        tracks.matching(Album_Track_.POSITION.set(3))
                .firstOrCreate(Album_Track_.TITLE.set("c"))
                .block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(tracks.matching(Album_Track_.POSITION.set(3))
                        .firstOrCreate(Album_Track_.TITLE.set("d"))
                        .block()
                        .title())
                .isEqualTo("c");
    }

    @Test
    void aSearchNeedsAColumnAndValuesWithinTheScope() {
        assertThatIllegalArgumentException().isThrownBy(() -> orders.matching(List.of()));
        Board board = mapper.insert(Board.of("board")).block();
        recorder.clear();
        assertThatThrownBy(() -> mapper.related(board, Board_.OPEN)
                        .matching(Board_Card_.STATE.set("closed"))
                        .firstOrCreate(Board_Card_.TITLE.set("x"))
                        .block())
                .isInstanceOf(MappingException.class);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aRowThatTheScopeHidesIsAViolationOfItsIndex() {
        database.postgres().execute("create unique index card_titles on cards (board_id, title)");
        Board board = mapper.insert(Board.of("board")).block();
        mapper.related(board, Board_.CARDS)
                .create(Board_Card_.POSITION.set(1), Board_Card_.TITLE.set("x"), Board_Card_.STATE.set("closed"))
                .block();

        assertThatThrownBy(() -> mapper.related(board, Board_.OPEN)
                        .matching(Board_Card_.TITLE.set("x"))
                        .firstOrCreate(Board_Card_.POSITION.set(2))
                        .block())
                .isInstanceOf(UniqueViolationException.class);
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                        search("firstOrCreate", steps -> steps.firstOrCreate(values())),
                        search("createOrFirst", steps -> steps.createOrFirst(values())),
                        search("updateOrCreate", steps -> steps.updateOrCreate(values())))
                .flatMap(each -> Stream.of(true, false).map(indexed -> Arguments.of(each[0], each[1], indexed)));
    }

    private static Object[] search(String name, Function<FindOrCreateSteps<Order>, Mono<Order>> search) {
        return new Object[] {name, search};
    }

    @ParameterizedTest(name = "{0}, with an index: {2}")
    @MethodSource("searches")
    void concurrentCallersEndWithOneRow(
            String name, Function<FindOrCreateSteps<Order>, Mono<Order>> search, boolean indexed) {
        if (indexed) {
            database.postgres().execute(INDEX);
        }
        ReactiveMapper many = ReactiveMapper.create(database.newPool(8));
        Client client = many.get(Client.class, 1L).block();
        for (int round = 0; round < ROUNDS; round++) {
            String number = "r" + round;
            boolean inTransaction = round % 2 == 1;
            List<Long> ids = Flux.range(0, CALLERS)
                    .flatMap(
                            caller -> Mono.defer(() -> {
                                        Mono<Order> one = search.apply(many.related(client, Client_.ORDERS)
                                                .matching(Order_.NUMBER.set(number)));
                                        return inTransaction ? one.as(many::transactional) : one;
                                    })
                                    .subscribeOn(Schedulers.parallel()),
                            CALLERS)
                    .map(Order::id)
                    .collectList()
                    .block();
            assertThat(ids).hasSize(CALLERS).containsOnly(ids.get(0));
            assertThat(count(number)).isEqualTo(1);
        }
    }

    /** An index treats nulls as different. */
    @Test
    void concurrentCallersThatSearchForANullEndWithOneRow() {
        database.postgres()
                .execute("delete from lines; delete from orders;"
                        + " create unique index orders_numbers on orders (client_id, client_code)");
        ReactiveMapper many = ReactiveMapper.create(database.newPool(8));
        Client client = many.get(Client.class, 3L).block();

        Flux.range(0, CALLERS)
                .flatMap(
                        caller -> many.related(client, Client_.ORDERS)
                                .matching(Order_.CLIENT_CODE.set(null))
                                .firstOrCreate(Order_.NUMBER.set("x"), Order_.DAY.set(1), Order_.TOTAL.set(1))
                                .subscribeOn(Schedulers.parallel()),
                        CALLERS)
                .blockLast();

        assertThat(count("x")).isEqualTo(1);
    }
}
