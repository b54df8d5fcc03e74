package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

@ParameterizedClass
@EnumSource(RowFormat.class)
class WritesOfOneIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Subjects.TABLES).resetBefore(Subjects.EMPTY, Subjects.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @Parameter
    private RowFormat format;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(format.newPool(database, 1))
                .listener(recorder)
                .build();
    }

    @Test
    void associateSetsOneKeyAndClearsTheOthers() {
        Comment comment = mapper.get(Comment.class, 1L).block();
        Video video = mapper.get(Video.class, 2L).block();
        recorder.clear();

        Comment moved =
                mapper.related(comment, Comment_.SUBJECT).associate(video).block();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(moved.postId()).isNull();
        assertThat(moved.videoId()).isEqualTo(2);
        assertThat(Subjects.nameOf(moved.subject().block())).isEqualTo("v2");

        Comment back = mapper.related(moved, Comment_.SUBJECT_POST)
                .associate(mapper.get(Post.class, 3L).block())
                .block();
        assertThat(row("comments where id = 1")).isEqualTo("1,3,,c1");
        assertThat(back.videoId()).isNull();
    }

    @Test
    void associateSetsTypeAndKey() {
        Note note = mapper.get(Note.class, 1L).block();
        Video video = mapper.get(Video.class, 2L).block();

        Note moved = mapper.related(note, Note_.SUBJECT).associate(video).block();
        assertThat(row("notes where id = 1")).isEqualTo("1,video,2,n1");
        assertThat(Subjects.nameOf(moved.subject().block())).isEqualTo("v2");

        Note none = mapper.related(moved, Note_.SUBJECT).dissociate().block();
        assertThat(row("notes where id = 1")).isEqualTo("1,,,n1");
        assertThat(none.subject().block()).isNull();
    }

    @Test
    void associateStoresANewTarget() {
        Post post = Post.of("new");
        Comment comment = mapper.get(Comment.class, 2L).block();
        recorder.clear();

        Comment moved =
                mapper.related(comment, Comment_.SUBJECT).associate(post).block();
        assertThat(recorder.texts())
                .filteredOn(sql -> sql.startsWith("INSERT") || sql.startsWith("UPDATE"))
                .hasSize(2);
        assertThat(recorder.count()).isEqualTo(4);
        assertThat(row("comments where id = 2")).isEqualTo("2,4,,c2");
        assertThat(Subjects.nameOf(Relations.stateOf(moved.subject()).getOrNull()))
                .isEqualTo("new");
        recorder.clear();

        Note both = mapper.related(Note.of(null, null, "both"), Note_.SUBJECT)
                .associate(Video.of("fresh"))
                .block();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(row("notes where text = 'both'")).isEqualTo("7,video,4,both");
        assertThat(Subjects.nameOf(both.subject().block())).isEqualTo("fresh");
        Comment fresh = mapper.related(Comment.of(1L, null, "moved"), Comment_.SUBJECT)
                .associate(Video.of("other"))
                .block();
        assertThat(fresh.postId()).isNull();
        assertThat(fresh.videoId()).isEqualTo(5);
    }

    @Test
    void dissociateIsRefusedByTheCheckOrForAnotherType() {
        Comment comment = mapper.get(Comment.class, 1L).block();
        Note note = mapper.get(Note.class, 2L).block();

        assertThatThrownBy(() ->
                        mapper.related(comment, Comment_.SUBJECT).dissociate().block())
                .isInstanceOfSatisfying(
                        CheckViolationException.class,
                        e -> assertThat(e.relation()).isEqualTo("Comment.subject"));
        assertThatThrownBy(() ->
                        mapper.related(note, Note_.SUBJECT_POST).dissociate().block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("references a row of another type");
        assertThat(row("notes where id = 2")).isEqualTo("2,video,1,n2");
    }

    @Test
    void aRowWithoutATargetOrWithTwoIsRefused() {
        List<Mono<?>> writes = List.of(
                mapper.insert(Comment.of(null, null, "none")),
                mapper.insert(Comment.of(1L, 1L, "two")),
                mapper.insertAll(List.of(Comment.of(1L, 1L, "two"))).then(),
                mapper.update(new Comment(1L, null, null, "none", null)),
                mapper.update(Comment.class, 1L).set(Comment_.VIDEO_ID.set(1L)).execute(),
                mapper.save(new Comment(1L, 1L, 1L, "two", null)),
                mapper.related(Post.class, 1L, Post_.COMMENTS)
                        .query()
                        .first()
                        .then(mapper.related(new Post(1L, null, "p1", null, null, null, null), Post_.COMMENTS)
                                .create(Comment.of(null, 2L, "two"))));

        for (Mono<?> write : writes) {
            assertThatThrownBy(write::block).isInstanceOfSatisfying(CheckViolationException.class, e -> {
                assertThat(e.relation()).isEqualTo("Comment.subject");
                assertThat(e)
                        .hasMessageStartingWith("Comment.subject must reference exactly one row, so one of"
                                + " [postId, videoId] has a value and the others are null. ");
            });
        }
        assertThat(database.postgres().queryLong("select count(*) from comments"))
                .isEqualTo(6);
    }

    @Test
    void theDatabaseCascadesOrRefusesTheDeleteOfATarget() {
        assertThat(mapper.delete(mapper.get(Post.class, 1L).block()).block()).isTrue();
        assertThat(database.postgres().queryLong("select count(*) from comments where id = 1"))
                .isZero();
        assertThatThrownBy(() ->
                        mapper.sql("delete from videos where id = 1").execute().block())
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void aChildOfEachTypeIsCreatedWithTypeAndKey() {
        Post post = mapper.get(Post.class, 2L).block();
        recorder.clear();

        assertThat(mapper.related(post, Post_.NOTES)
                        .create(Note_.TEXT.set("one"))
                        .block()
                        .subjectType())
                .isEqualTo("post");
        assertThat(mapper.related(post, Post_.NOTES)
                        .createAll(List.of(Note.of("video", 1L, "two"), Note.of(null, null, "three")))
                        .map(note -> note.subjectType() + note.subjectId())
                        .collectList()
                        .block())
                .containsExactly("post2", "post2");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(mapper.related(post, Post_.NOTES)
                        .matching(Note_.TEXT.set("one"))
                        .firstOrCreate(List.of())
                        .block()
                        .id())
                .isEqualTo(7);
        Video saved = mapper.save(
                        Video.of("parent"),
                        Video_.NOTES.children(List.of(Note.of(null, null, "a"), Note.of(null, null, "b"))))
                .block();
        assertThat(rows("notes where subject_id = " + saved.id() + " and subject_type = 'video'"))
                .isEqualTo(2);
        assertThat(saved.notes().map(Note::text).collectList().block()).containsExactly("b", "a");
    }

    @Test
    void writesOfAListConcernTheRowsOfItsType() {
        Post post = mapper.get(Post.class, 1L).block();
        Video video = mapper.get(Video.class, 1L).block();

        assertThat(mapper.related(post, Post_.NOTES)
                        .updateAll(Note_.TEXT.set("changed"))
                        .block())
                .isEqualTo(1);
        assertThat(row("notes where id = 2")).isEqualTo("2,video,1,n2");
        mapper.related(video, Video_.NOTES)
                .replaceAll(List.of(Note.of(null, null, "only")), OrphanPolicy.DELETE)
                .block();
        assertThat(rows("notes where subject_type = 'video' and subject_id = 1"))
                .isEqualTo(1);
        assertThat(row("notes where id = 1")).isEqualTo("1,post,1,changed");
        assertThat(mapper.related(video, Video_.NOTES)
                        .delete(Note_.TEXT.eq("changed"))
                        .block())
                .isZero();
        assertThat(mapper.related(video, Video_.NOTES).deleteAll().block()).isEqualTo(1);
        assertThat(row("notes where id = 1")).isEqualTo("1,post,1,changed");
        Note moved = mapper.related(video, Video_.NOTES)
                .save(mapper.get(Note.class, 1L).block())
                .block();
        assertThat(row("notes where id = 1")).isEqualTo("1,video,1,changed");
        assertThat(moved.subject().block()).isInstanceOf(Video.class);
    }

    @Test
    void theTargetIsReadAgain() {
        Comment comment = mapper.get(Comment.class, 2L).block();
        Note none = mapper.insert(Note.of(null, null, "none")).block();
        recorder.clear();

        assertThat(Subjects.nameOf(
                        mapper.related(comment, Comment_.SUBJECT).get().block()))
                .isEqualTo("v1");
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(mapper.related(none, Note_.SUBJECT).find().block()).isNull();
        assertThatThrownBy(() -> mapper.related(none, Note_.SUBJECT).get().block())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Note.subject");
    }

    @Test
    void nothingIsWrittenAfterRollback() {
        Note note = mapper.get(Note.class, 1L).block();
        Video video = mapper.get(Video.class, 2L).block();

        mapper.transactional(mapper.related(note, Note_.SUBJECT)
                        .associate(video)
                        .flatMap(moved -> moved.subject())
                        .doOnNext(subject -> assertThat(subject).isInstanceOf(Video.class))
                        .then(Mono.error(new IllegalStateException("back"))))
                .onErrorComplete()
                .block();

        assertThat(row("notes where id = 1")).isEqualTo("1,post,1,n1");
    }

    private static String row(String from) {
        String keys = from.startsWith("notes") ? "subject_type, subject_id" : "post_id, video_id";
        return database.postgres().query("select id, " + keys + ", text from " + from).get(0).values().stream()
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining(","));
    }

    private static long rows(String from) {
        return database.postgres().queryLong("select count(*) from " + from);
    }
}
