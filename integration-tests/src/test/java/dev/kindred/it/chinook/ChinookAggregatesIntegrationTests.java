package dev.kindred.it.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Aggregate;
import dev.kindred.model.GroupValue;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Counts of relations with many rows, compared with plain SQL. */
@EnabledIfChinook
class ChinookAggregatesIntegrationTests {

    /** An album with one of its tracks. */
    @Table("album")
    record Disc(
            @Id Integer albumId,
            Integer artistId,

            @HasOne(foreignKey = "albumId", localKey = "albumId") @Nullable
            Mono<Track> track) {}

    /** An artist with one of the albums. */
    @Table("artist")
    record Band(
            @Id Integer artistId,

            @HasOne(foreignKey = "artistId", localKey = "artistId") @Nullable
            Mono<Disc> disc) {}

    /** A genre with one of its tracks. */
    @Table("genre")
    record Style(
            @Id Integer genreId,

            @HasOne(foreignKey = "genreId", localKey = "genreId") @Nullable
            Mono<Track> track) {}

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void theTracksOfEachAlbumAreCountedAndSummed() {
        Aggregate<Disc, Long> count = ChinookAggregatesIntegrationTests_Disc_.TRACK.count();
        Aggregate<Disc, @Nullable BigDecimal> price =
                ChinookAggregatesIntegrationTests_Disc_.TRACK.sum(Track_.UNIT_PRICE);
        Aggregate<Disc, @Nullable Long> length =
                ChinookAggregatesIntegrationTests_Disc_.TRACK.sumAsLong(Track_.MILLISECONDS);
        Aggregate<Disc, @Nullable BigDecimal> mean =
                ChinookAggregatesIntegrationTests_Disc_.TRACK.avg(Track_.MILLISECONDS);
        Aggregate<Disc, @Nullable String> first = ChinookAggregatesIntegrationTests_Disc_.TRACK.min(Track_.NAME);

        List<List<@Nullable Object>> found = mapper.from(Disc.class)
                .with(List.of(count, price, length, mean, first))
                .orderBy(ChinookAggregatesIntegrationTests_Disc_.ALBUM_ID.asc())
                .all()
                .map(row -> listOf(
                        row.entity().albumId(),
                        row.get(count),
                        row.get(price),
                        row.get(length),
                        row.get(mean),
                        row.get(first)))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(found)
                .hasSize(347)
                .isEqualTo(rows("select al.album_id, count(t.track_id), sum(t.unit_price) as price,"
                        + " sum(t.milliseconds), avg(t.milliseconds), min(t.name) from album al"
                        + " left join track t using (album_id) group by 1 order by 1"));
    }

    @Test
    void artistsAreSortedByTheNumberOfTheirAlbumsAndThoseWithoutAnyHaveZero() {
        Aggregate<Band, Long> count = ChinookAggregatesIntegrationTests_Band_.DISC.count();

        List<List<@Nullable Object>> found = mapper.from(Band.class)
                .with(count)
                .orderBy(count.desc(), ChinookAggregatesIntegrationTests_Band_.ARTIST_ID.asc())
                .all()
                .map(row -> listOf(row.entity().artistId(), row.get(count)))
                .collectList()
                .block();

        assertThat(found)
                .hasSize(275)
                .isEqualTo(rows(
                        "select ar.artist_id, count(al.album_id) from artist ar left join album al using (artist_id)"
                                + " group by 1 order by 2 desc, 1"));
        assertThat(found.get(274).get(1)).isEqualTo(0L);
    }

    @Test
    void artistsWithAlbumsOfManyTracksAreFoundByNestedCounts() {
        List<Integer> found = mapper.from(Band.class)
                .where(ChinookAggregatesIntegrationTests_Band_.DISC
                        .count(disc -> disc.where(ChinookAggregatesIntegrationTests_Disc_.TRACK
                                .count()
                                .ge(20L)))
                        .ge(2L))
                .orderBy(ChinookAggregatesIntegrationTests_Band_.ARTIST_ID.asc())
                .all()
                .map(Band::artistId)
                .collectList()
                .block();

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(rows("select artist_id from (select al.artist_id, al.album_id from album al join track"
                                + " using (album_id) group by 1, 2 having count(*) >= 20) large group by"
                                + " 1 having count(*) >= 2 order by 1")
                        .stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void theTracksOfGenresAtHandAreCountedInOneStatement() {
        List<Style> styles = mapper.from(Style.class)
                .orderBy(ChinookAggregatesIntegrationTests_Style_.GENRE_ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();
        Aggregate<Style, Long> count = ChinookAggregatesIntegrationTests_Style_.TRACK.count();
        Aggregate<Style, Long> video = ChinookAggregatesIntegrationTests_Style_.TRACK
                .count(track -> track.whereHas(
                        Track_.MEDIA_TYPE, medium -> medium.where(MediaType_.NAME.containsIgnoreCase("video"))))
                .as("video");

        List<Aggregated<Style>> found =
                mapper.aggregate(styles, List.of(count, video)).collectList().block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(found.stream()
                        .map(row -> listOf(row.entity().genreId(), row.get(count), row.get(video)))
                        .toList())
                .hasSize(25)
                .isEqualTo(rows("select g.genre_id, count(t.track_id), count(t.track_id) filter (where m.name ilike"
                        + " '%video%') as video from genre g left join track t using (genre_id) left join"
                        + " media_type m using (media_type_id) group by 1 order by 1"));
    }

    @Test
    void tracksAreGroupedByGenre() {
        GroupValue<Track, Long> count = Track_.MODEL.count();
        GroupValue<Track, @Nullable BigDecimal> price = Track_.UNIT_PRICE.sum();

        List<List<@Nullable Object>> found = mapper.from(Track.class)
                .whereHas(Track_.MEDIA_TYPE, medium -> medium.where(MediaType_.NAME.containsIgnoreCase("audio")))
                .groupBy(Track_.GENRE_ID)
                .with(count)
                .with(price)
                .having(count.gt(20L))
                .orderBy(count.desc())
                .orderBy(Track_.GENRE_ID.asc())
                .limit(10)
                .all()
                .map(row -> listOf(row.get(Track_.GENRE_ID), row.get(count), row.get(price)))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(found)
                .hasSize(10)
                .isEqualTo(rows("select t.genre_id, count(*), sum(t.unit_price) from track t join media_type m"
                        + " using (media_type_id) where m.name ilike '%audio%' group by 1 having"
                        + " count(*) > 20 order by 2 desc, 1 limit 10"));
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return database.postgres().query(sql).stream()
                .map(Map::values)
                .map(values -> listOf(values.toArray()))
                .toList();
    }

    private static List<@Nullable Object> listOf(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value);
        }
        return list;
    }
}
