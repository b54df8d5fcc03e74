package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that are read as text are sorted by their type: an enum by its labels, an interval by its length. */
class SortedTypesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Things.TABLE, Times.TABLE).resetBefore("truncate things, times", """
                    insert into things (id, text, feeling) values
                        (gen_random_uuid(), 'a', 'HAPPY'), (gen_random_uuid(), 'b', 'SAD'), (gen_random_uuid(), 'c', \
                    'OK'),
                        (gen_random_uuid(), 'd', null), (gen_random_uuid(), 'e', 'SAD');
                    insert into times (id, length) values (1, '10 hours'), (2, '9 hours'), (3, '100 hours'), (4, null);
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void entitiesAreSortedByTheLabelsOfAnEnum() {
        assertThat(texts(things().orderBy(Things_.FEELING.asc(), Things_.TEXT.asc())))
                .containsExactly("b", "e", "c", "a", "d");
        assertThat(texts(things().orderBy(Things_.FEELING.desc().nullsLast(), Things_.TEXT.asc())))
                .containsExactly("a", "c", "b", "e", "d");
    }

    @Test
    void entitiesAreSortedByTheLengthOfAnInterval() {
        assertThat(mapper.from(Times.class)
                        .orderBy(Times_.LENGTH.asc())
                        .all()
                        .map(Times::id)
                        .collectList()
                        .block())
                .containsExactly(2, 1, 3, 4);
        assertThat(recorder.texts().get(0)).endsWith(" FROM \"times\" AS \"t0\" ORDER BY \"t0\".\"length\" ASC");
    }

    @Test
    void projectionsAreSortedByTheValueToo() {
        assertThat(mapper.from(Times.class)
                        .where(Times_.LENGTH.isNotNull())
                        .orderBy(Times_.LENGTH.desc())
                        .project(Times_.LENGTH)
                        .all()
                        .collectList()
                        .block())
                .containsExactly(Duration.ofHours(100), Duration.ofHours(10), Duration.ofHours(9));
    }

    @Test
    void distinctValuesAreSortedByTheValueToo() {
        assertThat(things().where(Things_.FEELING.isNotNull())
                        .orderBy(Things_.FEELING.asc())
                        .limit(2)
                        .project(Things_.FEELING)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly(Mood.SAD, Mood.OK);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"feeling\"::text FROM \"things\" AS \"t0\" WHERE \"t0\".\"feeling\" IS NOT NULL"
                                + " GROUP BY \"t0\".\"feeling\" ORDER BY \"t0\".\"feeling\" ASC LIMIT $1");
    }

    @Test
    void groupsAreSortedByTheValueToo() {
        assertThat(things().orderBy(Things_.FEELING.desc().nullsLast())
                        .groupBy(Things_.FEELING)
                        .with(Things_.MODEL.count())
                        .all()
                        .map(group -> group.getOrNull(Things_.FEELING) + " " + group.get(Things_.MODEL.count()))
                        .collectList()
                        .block())
                .containsExactly("HAPPY 1", "OK 1", "SAD 2", "null 1");
    }

    @Test
    void scrollingAndStreamsLoseNoRow() {
        List<String> scrolled = new ArrayList<>();
        PagedSelect<Things> query = things().orderBy(Things_.FEELING.desc());
        @Nullable String cursor = null;
        do {
            Window<Things> window = query.scroll(2, cursor).block();
            window.rows().forEach(row -> scrolled.add(String.valueOf(row.feeling())));
            cursor = window.next();
        } while (cursor != null);

        assertThat(scrolled).containsExactly("null", "HAPPY", "OK", "SAD", "SAD");
        assertThat(mapper.from(Times.class).orderBy(Times_.LENGTH.asc()).stream(1)
                        .map(Times::id)
                        .collectList()
                        .block())
                .containsExactly(2, 1, 3, 4);
    }

    private EntitySelect<Things> things() {
        return mapper.from(Things.class);
    }

    private static List<String> texts(EntitySelect<Things> query) {
        return query.all().map(Things::text).collectList().block();
    }
}
