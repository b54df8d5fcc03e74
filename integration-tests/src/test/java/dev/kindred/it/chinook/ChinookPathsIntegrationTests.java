package dev.kindred.it.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Many-to-many relations and paths, each compared with plain SQL row by row. */
@EnabledIfChinook
class ChinookPathsIntegrationTests {

    private static final String PAIRS = """
            select playlist_id, track_id, t.name from playlist_track join track t using (track_id)
            order by playlist_id, track_id
            """;

    private static final String GENRES = """
            select distinct r.artist_id, t.genre_id, g.name
            from artist r join album a using (artist_id) join track t using (album_id) join genre g using (genre_id)
            order by r.artist_id, t.genre_id
            """;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void tracksOfPlaylistsArePreloaded() {
        List<Playlist> playlists = mapper.from(Playlist.class)
                .orderBy(Playlist_.PLAYLIST_ID.asc())
                .preload(Playlist_.TRACKS)
                .loading(LoadMode.FORBID)
                .all()
                .collectList()
                .block();

        assertThat(tracks(playlists)).hasSize(8715).isEqualTo(sql(PAIRS));
        assertThat(instances(playlists)).hasSize(3503);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void tracksOfPlaylistsAreReadByHandles() {
        List<Playlist> playlists = mapper.from(Playlist.class)
                .orderBy(Playlist_.PLAYLIST_ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(tracks(playlists)).isEqualTo(sql(PAIRS));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void tracksOfPlaylistsAreReadWithFewRowsAtATime() {
        mapper = ReactiveMapper.builder(database.newPool(1)).siblingRows(1000).build();

        List<Playlist> playlists = mapper.from(Playlist.class)
                .orderBy(Playlist_.PLAYLIST_ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(tracks(playlists)).isEqualTo(sql(PAIRS));
    }

    @Test
    void theFirstTracksOfEachPlaylistByAnOrderOfTheTrack() {
        List<Playlist> playlists = mapper.from(Playlist.class)
                .orderBy(Playlist_.PLAYLIST_ID.asc())
                .preload(
                        Playlist_.TRACKS,
                        tracks -> tracks.orderBy(Track_.MILLISECONDS.desc()).limitEach(3))
                .all()
                .collectList()
                .block();

        assertThat(tracks(playlists)).isEqualTo(sql("""
                        select playlist_id, track_id, name from (
                            select p.playlist_id, t.track_id, t.name, row_number() over (
                                partition by p.playlist_id order by t.milliseconds desc, t.track_id desc) n
                            from playlist_track p join track t using (track_id)) numbered
                        where n <= 3 order by playlist_id, n
                        """));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void genresOfArtistsAreReadThroughAlbumsAndTracks() {
        Flux<Artist> artists = mapper.from(Artist.class)
                .orderBy(Artist_.ARTIST_ID.asc())
                .preload(Artist_.GENRES)
                .all();

        assertThat(genres(artists)).isEqualTo(sql(GENRES));
        assertThat(recorder.count()).isEqualTo(2);
        recorder.clear();
        assertThat(genres(mapper.from(Artist.class)
                        .orderBy(Artist_.ARTIST_ID.asc())
                        .all()))
                .isEqualTo(sql(GENRES));
        assertThat(recorder.count()).isEqualTo(2);
    }

    private static List<List<Object>> tracks(List<Playlist> playlists) {
        return Flux.fromIterable(playlists)
                .concatMap(playlist ->
                        playlist.tracks().map(track -> row(playlist.playlistId(), track.trackId(), track.name())))
                .collectList()
                .block();
    }

    private static Set<Track> instances(List<Playlist> playlists) {
        Set<Track> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(Flux.fromIterable(playlists)
                .concatMap(Playlist::tracks)
                .collectList()
                .block());
        return all;
    }

    private static List<List<Object>> genres(Flux<Artist> artists) {
        return artists.concatMap(
                        artist -> artist.genres().map(genre -> row(artist.artistId(), genre.genreId(), genre.name())))
                .collectList()
                .block();
    }

    private static List<List<Object>> sql(String query) {
        return database.postgres().query(query).stream()
                .<List<Object>>map(row -> new ArrayList<>(row.values()))
                .toList();
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }
}
