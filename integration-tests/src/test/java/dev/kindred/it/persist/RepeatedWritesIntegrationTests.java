package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writes of one shape, which share a text: each sends its own values. */
class RepeatedWritesIntegrationTests {

    private static final Instant START = Instant.parse("2024-02-29T12:00:00Z");

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, Note.TABLE)
            .resetBefore(Schema.EMPTY, "truncate notes restart identity", Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private Instant now = START;
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        InstantSource clock = () -> now;
        mapper = ReactiveMapper.builder(database.pool())
                .clock(clock.withZone(ZoneOffset.UTC))
                .listener(recorder)
                .build();
    }

    private List<String> distinctTexts() {
        List<String> texts = recorder.texts().stream().distinct().toList();
        recorder.clear();
        return texts;
    }

    private static String rows(String query) {
        return (String) database.postgres()
                .queryOne("select coalesce(string_agg(r::text, ' '), '') as rows from (" + query + ") r")
                .get("rows");
    }

    @Test
    void insertsUpdatesAndDeletesOfAnEntityHaveTheirOwnValuesAndTimes() {
        Note first = mapper.insert(Note.of("a")).block();
        now = START.plus(Duration.ofDays(1));
        Note second = mapper.insert(Note.of("b")).block();

        assertThat(distinctTexts()).hasSize(1);
        assertThat(List.of(first.createdAt(), second.createdAt())).containsExactly(START, now);
        assertThat(rows("select id, text, status, version from notes order by 1"))
                .isEqualTo("(1,a,open,0) (2,b,open,0)");

        now = START.plus(Duration.ofDays(2));
        Note changed = mapper.update(second.withText("c")).block();
        now = START.plus(Duration.ofDays(3));
        mapper.update(first.withText("d")).block();

        assertThat(distinctTexts()).hasSize(1);
        assertThat(changed.updatedAt()).isEqualTo(START.plus(Duration.ofDays(2)));
        assertThat(rows("select id, text, version, updated_at at time zone 'UTC' from notes order by 1"))
                .isEqualTo("(1,d,1,\"2024-03-03 12:00:00\") (2,c,1,\"2024-03-02 12:00:00\")");

        assertThat(mapper.delete(changed).block()).isTrue();
        assertThat(mapper.delete(changed.withText("e")).onErrorReturn(false).block())
                .isFalse();
        assertThat(rows("select id from notes")).isEqualTo("(1)");
    }

    @Test
    void writesOfOtherColumnsHaveAnotherText() {
        mapper.insert(Note.of("a")).block();
        mapper.insert(new Note(null, "b", "done", null, null, null)).block();
        mapper.insert(new Note(7L, "c", null, 3, null, null)).block();
        mapper.insert(new Note(8L, "d", null, 4, null, null)).block();

        assertThat(distinctTexts()).hasSize(3);
        assertThat(rows("select id, text, status, version from notes order by 2"))
                .isEqualTo("(1,a,open,0) (2,b,done,0) (7,c,open,3) (8,d,open,4)");
    }

    @Test
    void parentsWithChildrenHaveTheirOwnValues() {
        Profile first = create("x", "Jane");
        Profile second = create("y", "John");

        assertThat(distinctTexts()).hasSize(1);
        assertThat(List.of(first.name(), second.name())).containsExactly("Jane", "John");
        assertThat(second.user().block().email()).isEqualTo("y");
        assertThat(rows("select email, name, telephone, locale from users u join profiles p on p.user_id = u.id"
                        + " where u.id > 3 order by 1"))
                .isEqualTo("(x,Jane,,en) (y,John,,en)");

        mapper.related(User.of("z"), User_.PROFILE)
                .create(Profile_.NAME.set("Jim"), Profile_.TELEPHONE.set(null), Profile_.LOCALE.set("si"))
                .block();
        assertThat(distinctTexts()).hasSize(1);
        assertThat(rows("select telephone, locale from profiles where name = 'Jim'"))
                .isEqualTo("(,si)");
    }

    private Profile create(String email, String name) {
        return mapper.related(User.of(email), User_.PROFILE)
                .create(Profile_.NAME.set(name))
                .block();
    }

    @Test
    void handlesOfDifferentEntitiesLoadTheirOwnRows() {
        User one = mapper.get(User.class, 1L).block();
        User two = mapper.get(User.class, 2L).block();
        recorder.clear();

        assertThat(one.profile().block().name()).isEqualTo("name 1");
        assertThat(two.profile().block().name()).isEqualTo("name 2");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(distinctTexts()).hasSize(1);
        assertThat(mapper.from(User.class)
                        .orderBy(User_.ID.desc())
                        .preload(User_.PROFILE)
                        .all()
                        .flatMap(user -> user.profile())
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactly("name 3", "name 2", "name 1");
        assertThat(recorder.count()).isEqualTo(2);
    }
}
