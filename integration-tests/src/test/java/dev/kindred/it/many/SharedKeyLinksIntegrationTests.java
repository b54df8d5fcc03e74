package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pairs whose keys share a column, such as a tenant, with a pool of one connection. */
class SharedKeyLinksIntegrationTests {

    private static final String TABLES = """
            create table pupils (school integer, number integer, name text not null, primary key (school, number));
            create table lessons (school integer, code text, title text not null, primary key (school, code));
            create table attendances (
                school integer, pupil_number integer, lesson_code text, grade integer, left_at timestamptz,
                version integer not null default 0,
                primary key (school, pupil_number, lesson_code),
                foreign key (school, pupil_number) references pupils (school, number),
                foreign key (school, lesson_code) references lessons (school, code));
            """;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(TABLES).resetBefore("""
                    truncate pupils, lessons, attendances;
                    insert into pupils values (1, 7, 'ann'), (2, 7, 'bob');
                    insert into lessons values (1, 'a', 'Art'), (1, 'b', 'Biology'), (2, 'a', 'Acting');
                    insert into attendances values (2, 7, 'a', 3);
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Pupil ann;
    private PivotOperations<Lesson, Attendance> lessons;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        ann = mapper.get(Pupil.class, 1, 7).block();
        lessons = mapper.related(ann, Pupil_.LESSONS);
        recorder.clear();
    }

    private static List<Object> key(String code) {
        return List.of(1L, code);
    }

    private static Link<Lesson, Attendance> link(String code, int grade) {
        return Link.toKey(List.of(1, code), Attendance_.GRADE.set(grade));
    }

    private List<String> pairs() {
        return database
                .postgres()
                .query("select school || '/' || pupil_number || '/' || lesson_code || '=' || coalesce(grade, 0) as pair"
                        + " from attendances where left_at is null order by 1")
                .stream()
                .map(row -> String.valueOf(row.get("pair")))
                .toList();
    }

    private static LinkChanges changes(Mono<LinkChanges> write) {
        return write.block();
    }

    @Test
    void attachesAndDetachesKeysAndEntities() {
        Lesson biology = mapper.get(Lesson.class, 1, "b").block();

        assertThat(changes(lessons.attachKeys(List.of(List.of(1, "a")))).attached())
                .containsExactly(key("a"));
        assertThat(changes(lessons.attach(biology)).attached()).containsExactly(key("b"));
        assertThat(changes(lessons.attach(biology)).unchanged()).containsExactly(key("b"));
        assertThat(pairs()).containsExactly("1/7/a=0", "1/7/b=0", "2/7/a=3");
        assertThat(changes(lessons.detach(biology)).detached()).containsExactly(key("b"));
        assertThat(changes(lessons.attachLinks(List.of(link("b", 5)))).attached())
                .containsExactly(key("b"));
        assertThat(pairs()).containsExactly("1/7/a=0", "1/7/b=5", "2/7/a=3");
        assertThat(recorder.count()).isEqualTo(6);
    }

    @Test
    void syncsTogglesAndUpdates() {
        changes(lessons.attachLinks(List.of(link("a", 1))));

        LinkChanges synced = changes(lessons.syncLinks(List.of(link("a", 2), link("b", 1))));
        LinkChanges same = changes(lessons.syncLinks(List.of(link("a", 2), link("b", 1))));
        LinkChanges toggled = changes(lessons.toggleKeys(List.of(List.of(1, "a"))));
        LinkChanges updated = changes(lessons.updatePivot(List.of(1, "b"), Attendance_.GRADE.set(6)));

        assertThat(synced.updated()).containsExactly(key("a"));
        assertThat(synced.attached()).containsExactly(key("b"));
        assertThat(same.isUnchanged()).isTrue();
        assertThat(toggled.detached()).containsExactly(key("a"));
        assertThat(updated.updated()).containsExactly(key("b"));
        assertThat(pairs()).containsExactly("1/7/b=6", "2/7/a=3");
        assertThat(changes(lessons.sync(List.of())).detached()).containsExactly(key("b"));
        assertThat(pairs()).containsExactly("2/7/a=3");
    }

    @Test
    void aPivotWithoutAUniqueIndexOnThePairIsWritten() {
        database.postgres().execute("alter table attendances drop constraint attendances_pkey");
        try {
            assertThat(changes(lessons.attachKeys(List.of(List.of(1, "a")))).attached())
                    .containsExactly(key("a"));
            assertThat(changes(lessons.syncLinks(List.of(link("a", 2), link("b", 1))))
                            .updated())
                    .containsExactly(key("a"));
            assertThat(pairs()).containsExactly("1/7/a=2", "1/7/b=1", "2/7/a=3");
        } finally {
            database.postgres().execute("alter table attendances add primary key (school, pupil_number, lesson_code)");
        }
    }

    @Test
    void aNewRowGetsTheParentsValueOfTheSharedColumn() {
        Lesson chess = lessons.create(
                        List.of(Lesson_.CODE.set("c"), Lesson_.TITLE.set("Chess")), List.of(Attendance_.GRADE.set(4)))
                .block();
        List<Lesson> more = lessons.createAll(
                        Flux.just(new Lesson(2, "d", "Dance", null, null)),
                        List.of(Attendance_.GRADE.set(5)),
                        ChunkOptions.defaults())
                .collectList()
                .block();

        assertThat(chess.school()).isEqualTo(1);
        assertThat(more).extracting(Lesson::school).containsExactly(1L);
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(pairs()).containsExactly("1/7/c=4", "1/7/d=5", "2/7/a=3");
        assertThat(ann.lessons().map(Lesson::title).collectList().block()).containsExactly("Chess", "Dance");
    }

    @Test
    void aRowWithAnotherValueIsRefusedBeforeAnyStatement() {
        Lesson acting = new Lesson(2, "a", "Acting", null, null);

        for (Mono<LinkChanges> write : List.of(
                lessons.attach(acting),
                lessons.attachKeys(List.of(List.of(2, "a"))),
                lessons.toggle(acting),
                lessons.attachLink(Link.to(acting, Attendance_.GRADE.set(1))))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(write::block)
                    .withMessage("Cannot write Pupil.lessons: Attendance.school references both sides of a pair, but a"
                            + " Lesson of the list has another value than the Pupil. Pair rows with the same value"
                            + " only.");
        }
        assertThat(recorder.count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(lessons.sync(List.of(acting))::block);
        assertThat(changes(lessons.detach(acting)).detached()).isEmpty();
        assertThat(pairs()).containsExactly("2/7/a=3");
    }

    @Test
    void bothSidesAreRead() {
        changes(lessons.attachLinks(List.of(link("b", 1), link("a", 2))));

        assertThat(ann.lessons().map(Lesson::title).collectList().block()).containsExactly("Art", "Biology");
        assertThat(mapper.from(Lesson.class)
                        .orderBy(Lesson_.SCHOOL.asc(), Lesson_.CODE.asc())
                        .preload(Lesson_.PUPILS)
                        .all()
                        .concatMap(lesson -> lesson.pupils().map(Pupil::name).collectList())
                        .collectList()
                        .block())
                .containsExactly(List.of("ann"), List.of("ann"), List.of("bob"));
        assertThat(lessons.links()
                        .map(link -> link.related().title() + link.pivot().grade())
                        .collectList()
                        .block())
                .containsExactly("Art2", "Biology1");
    }
}
