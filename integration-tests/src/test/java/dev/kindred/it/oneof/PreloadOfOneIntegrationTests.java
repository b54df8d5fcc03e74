package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.UnknownTypeException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.jackson.RelationModule;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(RowFormat.class)
class PreloadOfOneIntegrationTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new RelationModule()).build();

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
    void aPreloadSendsOneStatementForEachType() {
        assertThat(loaded(mapper.from(Comment.class)
                        .orderBy(Comment_.ID.asc())
                        .loading(LoadMode.FORBID)
                        .preload(Comment_.SUBJECT)
                        .all()))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.count()).isEqualTo(3);
        recorder.clear();

        assertThat(mapper.from(Note.class)
                        .orderBy(Note_.ID.asc())
                        .preload(Note_.SUBJECT)
                        .all()
                        .map(note -> nameOf(note))
                        .collectList()
                        .block())
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aTypeThatNoRowReferencesSendsNoStatement() {
        assertThat(loaded(mapper.from(Comment.class)
                        .where(Comment_.ID.eq(2L))
                        .preload(Comment_.SUBJECT)
                        .all()))
                .containsExactly("v1");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void thePreloadOfATypeHasConditionsAndPreloadsOfItsOwn() {
        List<Note> notes = mapper.from(Note.class)
                .orderBy(Note_.ID.asc())
                .preload(Note_.SUBJECT)
                .preload(
                        Note_.SUBJECT_POST, posts -> posts.preload(Post_.AUTHOR).preload(Post_.NOTES))
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(5);
        Post first = (Post) Relations.stateOf(notes.get(0).subject()).getOrNull();
        assertThat(Relations.stateOf(first.author()).getOrNull().name()).isEqualTo("Ann");
        assertThat(Relations.stateOf(first.notes()).getOrNull())
                .singleElement()
                .satisfies(note -> assertThat(Relations.stateOf(note.subject()).getOrNull())
                        .isSameAs(first));

        List<Note> some = mapper.from(Note.class)
                .orderBy(Note_.ID.asc())
                .preload(Note_.SUBJECT_POST, posts -> posts.where(Post_.TITLE.eq("p2")))
                .preload(Note_.SUBJECT_VIDEO)
                .all()
                .collectList()
                .block();
        assertThat(some.stream().map(PreloadOfOneIntegrationTests::nameOf))
                .containsExactly("none", "v1", "p2", "v2", "none", "v3");
    }

    @Test
    void twoDifferentPreloadsOfATypeAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.from(Comment.class)
                        .preload(Comment_.SUBJECT)
                        .preload(Comment_.SUBJECT_POST, posts -> posts.where(Post_.TITLE.eq("p2")))
                        .all()
                        .collectList()
                        .block())
                .withMessageContaining("Comment.subject(Post) is requested twice");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aJoinedPreloadReadsATypeInTheSameStatement() {
        List<Note> notes = mapper.from(Note.class)
                .orderBy(Note_.ID.asc())
                .preload(Note_.SUBJECT_POST, posts -> posts.joined())
                .preload(Note_.SUBJECT_VIDEO, videos -> videos.joined())
                .all()
                .collectList()
                .block();

        assertThat(notes.stream().map(PreloadOfOneIntegrationTests::nameOf))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void entitiesAtHandAndStreamsArePreloaded() {
        List<Comment> comments = mapper.from(Comment.class)
                .orderBy(Comment_.ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();

        assertThat(loaded(mapper.preload(comments, Comment_.SUBJECT)))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(loaded(mapper.preload(Flux.just(new Comment(9L, null, 3L, "x", null)), Comment_.SUBJECT)))
                .containsExactly("v3");
        recorder.clear();

        assertThat(loaded(mapper.from(Comment.class).orderBy(Comment_.ID.asc()).preload(Comment_.SUBJECT).stream()))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void anUnknownTypeIsAnErrorOnEachPath() {
        database.postgres().execute("update notes set subject_type = 'audio' where id = 2");
        List<Note> notes = mapper.from(Note.class).all().collectList().block();
        List<Flux<Note>> reads = List.of(
                mapper.from(Note.class).preload(Note_.SUBJECT).all(),
                mapper.from(Note.class).preload(Note_.SUBJECT).stream(),
                mapper.from(Note.class).preload(Note_.SUBJECT_POST).all(),
                mapper.from(Note.class)
                        .preload(Note_.SUBJECT_POST, posts -> posts.joined())
                        .all(),
                mapper.preload(notes, Note_.SUBJECT),
                mapper.preload(List.of(new Note(2L, "audio", 1L, "x", null)), Note_.SUBJECT));

        for (Flux<Note> read : reads) {
            assertThatThrownBy(() -> read.collectList().block())
                    .isInstanceOfSatisfying(
                            UnknownTypeException.class,
                            e -> assertThat(e.type()).isEqualTo("audio"));
        }
    }

    @Test
    void aLoadedTargetIsWrittenAsJson() {
        List<Comment> comments = mapper.from(Comment.class)
                .orderBy(Comment_.ID.asc())
                .limit(2)
                .preload(Comment_.SUBJECT)
                .all()
                .collectList()
                .block();
        Comment unloaded =
                mapper.from(Comment.class).orderBy(Comment_.ID.asc()).first().block();
        Note orphan = mapper.insert(Note.of("post", 99L, "orphan")).block();
        orphan.subject().block();

        assertThat(JSON.writeValueAsString(comments))
                .isEqualTo("[{\"id\":1,\"postId\":1,\"videoId\":null,\"text\":\"c1\","
                        + "\"subject\":{\"id\":1,\"authorId\":1,\"title\":\"p1\"}},"
                        + "{\"id\":2,\"postId\":null,\"videoId\":1,\"text\":\"c2\","
                        + "\"subject\":{\"id\":1,\"url\":\"v1\",\"deletedAt\":null}}]");
        assertThat(JSON.writeValueAsString(unloaded))
                .isEqualTo("{\"id\":1,\"postId\":1,\"videoId\":null,\"text\":\"c1\"}");
        assertThat(JSON.writeValueAsString(orphan))
                .isEqualTo("{\"id\":7,\"subjectType\":\"post\",\"subjectId\":99,\"text\":\"orphan\",\"subject\":null}");
    }

    private static List<String> loaded(Flux<Comment> comments) {
        return comments.map(comment ->
                        Subjects.nameOf(Relations.stateOf(comment.subject()).getOrNull()))
                .collectList()
                .block();
    }

    private static String nameOf(Note note) {
        Subject subject = Relations.stateOf(note.subject()).getOrNull();
        return subject == null ? "none" : Subjects.nameOf(subject);
    }
}
