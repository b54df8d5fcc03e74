package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.it.many.Album.Track;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Writes of many rows in chunks through their relation, with a pool of one connection. */
class ChunkedWritesOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES, Album.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS, Album.EMPTY);

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
    void createAllStoresTenThousandChildrenInTenStatements() {
        Flux<Order> source = Flux.range(1, 10_000).map(i -> order("m" + i));

        List<Order> stored = orders.createAll(source).collectList().block();

        assertThat(recorder.count()).isEqualTo(10);
        assertThat(stored)
                .extracting(Order::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10_000).mapToObj(i -> "m" + i).toList());
        assertThat(stored).extracting(Order::id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(stored).extracting(Order::clientId).containsOnly(1L);
        recorder.clear();
        assertThat(stored.get(9_999).client().block()).isSameAs(client);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void createAllRequestsOneChunkAtATime() {
        AtomicLong requested = new AtomicLong();
        Flux<Order> source = Flux.range(1, 1000).map(i -> order("m" + i)).doOnRequest(requested::addAndGet);

        StepVerifier.create(orders.createAll(source, ChunkOptions.defaults().size(10)), 5)
                .expectNextCount(5)
                .then(() -> assertThat(requested.get()).isEqualTo(10))
                .thenCancel()
                .verify();
        assertThat(count("orders where number like 'm%'")).isEqualTo(10);
    }

    @Test
    void aFailureKeepsTheChunksBeforeItUnlessTheyAreOneTransaction() {
        Flux<Order> source = Flux.range(1, 100).map(i -> order(i == 65 ? null : "m" + i));
        ChunkOptions chunks = ChunkOptions.defaults().size(10);

        assertThatThrownBy(() -> orders.createAll(source, chunks).blockLast())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("orders where number like 'm%'")).isEqualTo(60);

        assertThatThrownBy(() -> orders.createAll(source, chunks.atomic()).blockLast())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("orders where number like 'm%'")).isEqualTo(60);
    }

    @Test
    void saveAllInsertsNewChildrenAndUpdatesStoredOnesInTheirOrder() {
        Order first = mapper.get(Order.class, 1L).block();
        Order ofAnother = mapper.get(Order.class, 6L).block();
        recorder.clear();

        List<Order> stored = orders.saveAll(List.of(order("x"), ofAnother, order("y"), first))
                .collectList()
                .block();

        assertThat(stored).extracting(Order::number).containsExactly("x", "n6", "y", "n1");
        assertThat(stored).extracting(Order::clientId).containsOnly(1L);
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
        recorder.clear();
        assertThat(orders.saveAll(List.of(order("z"))).collectList().block()).hasSize(1);
        assertThat(recorder.count()).isEqualTo(1);
        recorder.clear();
        assertThat(orders.saveAll(List.of()).collectList().block()).isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void ofARowTwiceInOneChunkTheLastOneIsStored() {
        Order first = mapper.get(Order.class, 1L).block();
        Order changed = new Order(1L, 1L, "a", "last", 1, 1, null, null);

        assertThat(orders.saveAll(List.of(first, changed))
                        .map(Order::number)
                        .collectList()
                        .block())
                .containsExactly("n1", "last");
        assertThat(count("orders where number = 'last'")).isEqualTo(1);
    }

    @Test
    void aMissingRowLeavesTheWholeChunkUnwritten() {
        Order gone = new Order(77L, 1L, null, "gone", 1, 1, null, null);

        assertThatThrownBy(() -> orders.saveAll(List.of(order("x"), gone)).blockLast())
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(count("orders where number = 'x'")).isZero();
    }

    @Test
    void aKeyThatContainsTheForeignKeyIsThatOfTheParent() {
        Album album = mapper.insert(Album.of("Ann", 1999)).block();
        Album other = mapper.insert(Album.of("Ann", 2001)).block();
        HasManyOperations<Album, Track> tracks = mapper.related(album, Album_.TRACKS);
        recorder.clear();

        assertThat(tracks.createAll(List.of(Track.of(1, "a"), Track.of(2, "b")))
                        .collectList()
                        .block())
                .extracting(Track::artist, Track::year)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("Ann", 1999));
        assertThat(tracks.saveAll(List.of(Track.of(2, "c"), Track.of(3, "d")))
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(count("tracks where year = 1999 and title in ('a', 'c', 'd')"))
                .isEqualTo(3);
        assertThat(mapper.related(other, Album_.TRACKS).deleteAll().block()).isZero();
        Track same = new Track("another", 1, 3, "last", null);
        assertThat(tracks.saveAll(List.of(Track.of(3, "first"), same))
                        .map(Track::title)
                        .collectList()
                        .block())
                .containsExactly("first", "last");
        assertThat(count("tracks where position = 3 and title = 'last'")).isEqualTo(1);
    }
}
