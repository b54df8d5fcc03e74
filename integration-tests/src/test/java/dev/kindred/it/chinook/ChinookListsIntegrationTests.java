package dev.kindred.it.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Relations to many rows, each compared with plain SQL row by row. */
@EnabledIfChinook
class ChinookListsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static List<List<Object>> sql(String query) {
        return database.postgres().query(query).stream()
                .map(row -> List.copyOf(row.values()))
                .toList();
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    private static final String TRACKS_OF_ARTISTS = """
            select r.artist_id, a.album_id, t.track_id, t.name
            from artist r join album a using (artist_id) join track t using (album_id)
            order by r.artist_id, a.album_id, t.track_id
            """;

    private static Flux<List<Object>> rows(Artist artist) {
        return artist.albums()
                .concatMap(album -> album.tracks()
                        .map(track -> row(artist.artistId(), album.albumId(), track.trackId(), track.name())));
    }

    @Test
    void artistsWithAlbumsWithTracks() {
        List<List<Object>> found = mapper.from(Artist.class)
                .orderBy(Artist_.ARTIST_ID.asc())
                .preload(Artist_.ALBUMS, albums -> albums.preload(Album_.TRACKS))
                .loading(LoadMode.FORBID)
                .all()
                .concatMap(ChinookListsIntegrationTests::rows)
                .collectList()
                .block();

        assertThat(found).hasSize(3503).isEqualTo(sql(TRACKS_OF_ARTISTS));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void artistsWithAlbumsWithTracksThroughHandles() {
        List<List<Object>> found = mapper.from(Artist.class)
                .orderBy(Artist_.ARTIST_ID.asc())
                .all()
                .concatMap(ChinookListsIntegrationTests::rows)
                .collectList()
                .block();

        assertThat(found).isEqualTo(sql(TRACKS_OF_ARTISTS));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void artistsWithAlbumsWithTracksInAStreamWithFewRowsAtATime() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .siblingRows(100)
                .preloadRows(1000)
                .build();

        List<List<Object>> handles = mapper.from(Artist.class).stream(50)
                .concatMap(ChinookListsIntegrationTests::rows)
                .collectList()
                .block();
        List<List<Object>> preloaded =
                mapper.from(Artist.class).preload(Artist_.ALBUMS, albums -> albums.preload(Album_.TRACKS)).stream(20)
                        .concatMap(ChinookListsIntegrationTests::rows)
                        .collectList()
                        .block();

        assertThat(handles).isEqualTo(sql(TRACKS_OF_ARTISTS));
        assertThat(preloaded).isEqualTo(sql(TRACKS_OF_ARTISTS));
    }

    @Test
    void customersWithInvoicesWithLines() {
        List<List<Object>> found = mapper.from(Customer.class)
                .orderBy(Customer_.CUSTOMER_ID.asc())
                .preload(Customer_.INVOICES, invoices -> invoices.preload(Invoice_.LINES))
                .all()
                .concatMap(customer -> customer.invoices()
                        .concatMap(invoice -> invoice.lines()
                                .map(line -> row(
                                        customer.customerId(),
                                        invoice.invoiceId(),
                                        line.invoiceLineId(),
                                        line.unitPrice(),
                                        line.quantity()))))
                .collectList()
                .block();

        assertThat(found).hasSize(2240).isEqualTo(sql("""
                select customer_id, i.invoice_id, invoice_line_id, l.unit_price, quantity
                from invoice i join invoice_line l using (invoice_id)
                order by customer_id, i.invoice_date desc, i.invoice_id desc, invoice_line_id
                """));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void theThreeBestSellingTracksOfEachGenre() {
        List<List<Object>> found = mapper.from(Genre.class)
                .orderBy(Genre_.GENRE_ID.asc())
                .preload(
                        Genre_.TRACKS,
                        tracks -> tracks.where(Track_.LINES.exists())
                                .orderBy(Track_.LINES.sum(InvoiceLine_.QUANTITY).desc(), Track_.TRACK_ID.asc())
                                .limitEach(3))
                .all()
                .concatMap(genre -> genre.tracks().map(track -> row(genre.genreId(), track.trackId())))
                .collectList()
                .block();

        assertThat(found).hasSizeGreaterThan(60).isEqualTo(sql("""
                select genre_id, track_id from (
                    select genre_id, track_id, row_number() over (
                        partition by genre_id order by sum(quantity) desc, track_id) as place
                    from track join invoice_line using (track_id) group by genre_id, track_id) sold
                where place <= 3 order by genre_id, place
                """));
        assertThat(recorder.count()).isEqualTo(2);
    }
}
