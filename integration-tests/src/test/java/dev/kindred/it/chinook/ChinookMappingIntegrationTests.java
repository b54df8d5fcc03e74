package dev.kindred.it.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.EntityModel;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

@EnabledIfChinook
class ChinookMappingIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    static Stream<Class<?>> entities() {
        return Stream.of(
                Album.class,
                Artist.class,
                Customer.class,
                Employee.class,
                Genre.class,
                Invoice.class,
                InvoiceLine.class,
                MediaType.class,
                Playlist.class,
                PlaylistTrack.class,
                Track.class);
    }

    @ParameterizedTest
    @MethodSource("entities")
    void everyRowOfEveryTableIsReadAsItIs(Class<?> type) {
        compareWithSql(type);
    }

    private <E> void compareWithSql(Class<E> type) {
        EntityModel<E> model = EntityModel.of(type);
        List<List<Object>> expected = new ArrayList<>();
        for (Map<String, Object> row : database.postgres().query("select * from " + model.table())) {
            List<Object> values = new ArrayList<>();
            model.columns()
                    .forEach(column -> values.add(
                            comparable(row.get(Nodes.of(column).name().column()))));
            expected.add(values);
        }

        List<List<Object>> found = mapper.from(type)
                .all()
                .map(entity -> {
                    List<Object> values = new ArrayList<>();
                    model.columns().forEach(column -> values.add(column.getOrNull(entity)));
                    return values;
                })
                .collectList()
                .block();

        assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(mapper.from(type).count().block()).isEqualTo(expected.size());
        assertThat(mapper.from(type).exists().block()).isTrue();
    }

    private static Object comparable(Object value) {
        return value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : value;
    }

    private record Support(String customer, String representative, String manager) {}

    @Test
    void everyCustomerWithItsRepresentativeAndThatOnesManagerTakesThreeStatements() {
        Mono<List<Support>> work = mapper.from(Customer.class)
                .preload(Customer_.SUPPORT_REP, employee -> employee.preload(Employee_.MANAGER))
                .loading(LoadMode.FORBID)
                .orderBy(Customer_.CUSTOMER_ID.asc())
                .all()
                .concatMap(customer -> customer.supportRep()
                        .flatMap(employee -> employee.manager()
                                .map(manager -> new Support(customer.email(), employee.email(), manager.email()))))
                .collectList();

        List<Support> found = work.block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(found)
                .hasSize(59)
                .isEqualTo(database
                        .postgres()
                        .query("select c.email as c, e.email as e, m.email as m from customer c"
                                + " join employee e on e.employee_id = c.support_rep_id"
                                + " join employee m on m.employee_id = e.reports_to order by c.customer_id")
                        .stream()
                        .map(row -> new Support((String) row.get("c"), (String) row.get("e"), (String) row.get("m")))
                        .toList());
    }

    private record Song(String name, BigDecimal price, String album, String artist, String medium, String genre) {}

    private static Mono<Song> song(Track track) {
        return Mono.zip(
                        track.album()
                                .flatMap(album -> album.artist().map(artist -> List.of(album.title(), artist.name()))),
                        track.mediaType(),
                        track.genre())
                .map(found -> new Song(
                        track.name(),
                        track.unitPrice(),
                        found.getT1().get(0),
                        found.getT1().get(1),
                        found.getT2().name(),
                        found.getT3().name()));
    }

    private List<Song> songsBySql() {
        return database
                .postgres()
                .query("select t.name, t.unit_price, al.title, ar.name as artist, m.name as medium, g.name as"
                        + " genre from track t join album al using (album_id) join artist ar using"
                        + " (artist_id) join media_type m using (media_type_id) join genre g using"
                        + " (genre_id) order by t.track_id")
                .stream()
                .map(row -> new Song(
                        (String) row.get("name"),
                        (BigDecimal) row.get("unit_price"),
                        (String) row.get("title"),
                        (String) row.get("artist"),
                        (String) row.get("medium"),
                        (String) row.get("genre")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 1})
    void everyTrackWithAlbumArtistMediumAndGenreTakesFiveStatements(int connections) {
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(connections))
                .listener(recorder)
                .build();

        List<Song> songs = mapper.from(Track.class)
                .orderBy(Track_.TRACK_ID.asc())
                .preload(Track_.ALBUM, album -> album.preload(Album_.ARTIST))
                .preload(Track_.MEDIA_TYPE)
                .preload(Track_.GENRE)
                .all()
                .concatMap(ChinookMappingIntegrationTests::song)
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(5);
        assertThat(songs).hasSize(3503).isEqualTo(songsBySql());
    }

    /** 3,503 tracks are four sibling batches. The albums that one batch loads are a batch in turn. */
    @Test
    void everyTrackWithAlbumAndArtistLoadsLazilyInBatches() {
        List<String> artists = mapper.from(Track.class)
                .orderBy(Track_.TRACK_ID.asc())
                .all()
                .flatMapSequential(track -> track.album().flatMap(Album::artist).map(Artist::name))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(1 + 4 + 4);
        assertThat(artists).isEqualTo(songsBySql().stream().map(Song::artist).toList());
    }

    @Test
    void tracksOfOneAlbumShareItsInstance() {
        Set<Album> albums = Collections.newSetFromMap(new IdentityHashMap<>());
        mapper.from(Track.class)
                .preload(Track_.ALBUM)
                .all()
                .flatMap(Track::album)
                .doOnNext(albums::add)
                .blockLast();

        assertThat(albums).hasSize(347);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void employeesAndTheirManagersThreeDeepTakeOneStatementALevel() {
        List<String> chains = mapper.from(Employee.class)
                .orderBy(Employee_.EMPLOYEE_ID.asc())
                .preload(
                        Employee_.MANAGER, one -> one.preload(Employee_.MANAGER, two -> two.preload(Employee_.MANAGER)))
                .all()
                .concatMap(ChinookMappingIntegrationTests::chain)
                .collectList()
                .block();

        // The managers of the third level have no manager, so there is no key for a fourth statement.
        assertThat(recorder.count()).isEqualTo(3);
        assertThat(chains).containsExactly("1", "2>1", "3>2>1", "4>2>1", "5>2>1", "6>1", "7>6>1", "8>6>1");
    }

    private static Mono<String> chain(Employee employee) {
        return employee.manager()
                .flatMap(ChinookMappingIntegrationTests::chain)
                .map(rest -> employee.employeeId() + ">" + rest)
                .defaultIfEmpty(String.valueOf(employee.employeeId()));
    }

    @Test
    void theReportOfAManagerIsTheOneWithTheLowestKey() {
        assertThat(mapper.get(Employee.class, 1)
                        .flatMap(Employee::report)
                        .block()
                        .employeeId())
                .isEqualTo(2);
        assertThat(mapper.get(Employee.class, 6)
                        .flatMap(Employee::report)
                        .block()
                        .employeeId())
                .isEqualTo(7);
        assertThat(mapper.get(Employee.class, 8).flatMap(Employee::report).block())
                .isNull();
    }

    @Test
    void aCompositeKeyFindsItsRow() {
        PlaylistTrack entry = mapper.get(PlaylistTrack.class, 1, 3402).block();

        assertThat(entry.playlist().map(Playlist::name).block()).isEqualTo("Music");
        assertThat(entry.track().map(Track::trackId).block()).isEqualTo(3402);
        assertThat(mapper.find(PlaylistTrack.class, 1, -1).block()).isNull();
    }

    @Test
    void linesReachTheirCustomersAcrossThreeRelations() {
        long customers = mapper.from(InvoiceLine.class)
                .preload(InvoiceLine_.INVOICE, invoice -> invoice.preload(Invoice_.CUSTOMER))
                .all()
                .flatMap(line -> line.invoice().flatMap(Invoice::customer))
                .map(Customer::customerId)
                .distinct()
                .count()
                .block();

        assertThat(customers).isEqualTo(59);
        assertThat(recorder.count()).isEqualTo(3);
    }
}
