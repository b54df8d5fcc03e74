package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Entities that touch their own type. Each test starts with folder 3 in 2 in 1, and folder 4 without a parent. */
class TouchedChainsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(TouchSchema.TABLES).resetBefore(TouchSchema.EMPTY, """
                    insert into folders (id, parent_id, name, version)
                        values (1, null, 'one', 0), (2, 1, 'two', 0), (3, 2, 'three', 0), (4, null, 'four', 0)
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private final TouchedTopics topics = new TouchedTopics(database, recorder);
    private final ReactiveMapper mapper = topics.mapper();

    private Folder folder(int id) {
        Folder folder = mapper.get(Folder.class, id).block();
        recorder.clear();
        return folder;
    }

    /** Returns the folders whose time was set, with their versions. */
    private List<String> written() {
        return topics.texts(
                "select id || ' v' || version as text from folders where updated_at = ?::timestamptz order by id",
                TouchedTopics.NOON.toString());
    }

    @Test
    void aRelationToItselfIsFollowedUpToTheLast() {
        mapper.insert(Folder.of(5, 3)).block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(written()).containsExactly("1 v1", "2 v1", "3 v1", "5 v0");
    }

    @Test
    void aRowThatMovesTouchesBothLines() {
        Folder three = folder(3);

        mapper.update(new Folder(3, 4, "moved", three.version(), null, null)).block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(written()).containsExactly("1 v1", "2 v1", "3 v1", "4 v1");
    }

    @Test
    void aRowThatIsItsOwnOwnerIsWrittenOnce() {
        mapper.insert(Folder.of(5, 5)).block();
        assertThat(written()).containsExactly("5 v0");

        Folder changed = mapper.update(folder(5).withName("changed")).block();

        assertThat(changed).isEqualTo(folder(5));
        assertThat(changed.name()).isEqualTo("changed");
        assertThat(written()).containsExactly("5 v1");
        assertThat(mapper.delete(changed).block()).isTrue();
        assertThat(mapper.find(Folder.class, 5).blockOptional()).isEmpty();
    }

    @Test
    void aCircleEndsAndEachOfItIsWrittenOnce() {
        database.postgres().execute("update folders set parent_id = 3 where id = 1");

        Folder changed = mapper.update(folder(2).withName("changed")).block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(changed.name()).isEqualTo("changed");
        assertThat(written()).containsExactly("1 v1", "2 v1", "3 v1");
    }

    @Test
    void ofManyRowsThatOwnEachOtherEachIsWrittenOnceWhateverTheirOrder() {
        for (List<Integer> order : List.of(List.of(3, 2, 1), List.of(1, 2, 3))) {
            List<Folder> changed = mapper.updateAll(
                            Flux.fromIterable(order).map(id -> folder(id).withName("changed " + order)))
                    .collectList()
                    .block();

            assertThat(changed).extracting(Folder::id).containsExactlyElementsOf(order);
            assertThat(topics.texts("select name as text from folders where id < 4"))
                    .containsOnly("changed " + order);
        }
        assertThat(written()).containsExactly("1 v2", "2 v2", "3 v2");
    }

    @Test
    void ofManyRowsThatOwnEachOtherAllAreDeleted() {
        mapper.insert(Folder.of(5, 4)).block();

        assertThat(mapper.deleteAll(Flux.just(folder(4), folder(5))).block()).isEqualTo(2);

        assertThat(topics.texts("select id as text from folders order by id")).containsExactly("1", "2", "3");
    }

    @Test
    void aCircleOfTwoRelationsIsFollowedRoundOnce() {
        mapper.insertAll(Flux.just(Left.of(1, null), Left.of(2, 1))).blockLast();
        mapper.insertAll(Flux.just(Right.of(1, 1), Right.of(2, 2))).blockLast();
        recorder.clear();

        topics.later().insert(Left.of(3, 2)).block();

        assertThat(recorder.count()).isEqualTo(1);
        String changed = "where updated_at > '" + TouchedTopics.NOON + "' order by id";
        assertThat(topics.texts("select id as text from lefts " + changed)).containsExactly("2", "3");
        assertThat(topics.texts("select id as text from rights " + changed)).containsExactly("2");
    }

    @Test
    void aCircleThatLeadsBackToTheWrittenRowWritesItOnce() {
        mapper.insert(Left.of(1, 1)).block();
        mapper.insert(Right.of(1, 1)).block();
        recorder.clear();

        Left changed = topics.later().update(Left.of(1, 1)).block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(changed.updatedAt()).isAfter(TouchedTopics.NOON);
        assertThat(mapper.get(Left.class, 1).block()).isEqualTo(changed);
        assertThat(mapper.get(Right.class, 1).block().updatedAt()).isEqualTo(changed.updatedAt());
    }

    @Test
    void manyCallersAtOnceTouchAWholeLineOnceEach() {
        int callers = 64;

        Flux.range(5, callers)
                .flatMap(id -> mapper.insert(Folder.of(id, 3)).subscribeOn(Schedulers.parallel()), callers)
                .flatMap(
                        folder -> mapper.update(folder.withName("changed")).subscribeOn(Schedulers.parallel()), callers)
                .blockLast();

        assertThat(recorder.count()).isEqualTo(2 * callers);
        assertThat(written()).contains("1 v128", "2 v128", "3 v128").hasSize(3 + callers);
    }

    /**
     * The plan of a statement decides the order of its rows. Statements with different plans must lock in the same
     * order.
     */
    @Test
    void callersWithDifferentPlansNeverWaitForEachOtherInACircle() {
        database.postgres().execute("analyze folders");
        ReactiveMapper other = topics.mapper(database.watch(DatabaseExtension.patient(Connections.builder(
                        database.postgres().r2dbcUrl() + "?options=enable_nestloop=off;enable_hashjoin=off"))
                .maxSize(4)
                .build()));
        int callers = 200;

        Flux.range(5, callers)
                .flatMap(id -> (id % 2 == 0 ? mapper : other).insert(Folder.of(id, 3)), callers)
                .flatMap(folder -> (folder.id() % 4 < 2 ? mapper : other).update(folder.withName("changed")), callers)
                .blockLast();

        assertThat(written()).contains("1 v400", "2 v400", "3 v400").hasSize(3 + callers);
    }
}
