package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.error.UnknownTypeException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ParameterizedClass
@EnumSource(RowFormat.class)
class HandlesOfOneIntegrationTests {

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
    void siblingsOfEachTypeLoadInOneStatement() {
        List<Comment> comments = comments();
        recorder.clear();

        assertThat(names(Flux.fromIterable(comments).flatMapSequential(Comment::subject)))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.texts())
                .containsExactlyInAnyOrder(
                        "SELECT \"id\", \"author_id\", \"title\" FROM \"posts\" WHERE \"id\" = ANY($1)",
                        "SELECT \"id\", \"url\", \"deleted_at\" FROM \"videos\" WHERE \"id\" = ANY($1)"
                                + " AND \"deleted_at\" IS NULL");
    }

    @Test
    void siblingsLoadByTypeAndKeyInOneStatementForEachType() {
        List<Note> notes = notes();
        recorder.clear();

        assertThat(names(Flux.fromIterable(notes).flatMapSequential(Note::subject)))
                .containsExactly("p1", "v1", "p2", "v2", "p3", "v3");
        assertThat(recorder.texts())
                .containsExactlyInAnyOrder(
                        "SELECT \"id\", \"author_id\", \"title\" FROM \"posts\" WHERE \"id\" = ANY($1)",
                        "SELECT \"id\", \"url\", \"deleted_at\" FROM \"videos\" WHERE \"id\" = ANY($1)"
                                + " AND \"deleted_at\" IS NULL");
    }

    @Test
    void aTypeThatNoRowReferencesSendsNoStatement() {
        database.postgres().execute("delete from comments where video_id is not null");
        List<Comment> comments = comments();
        recorder.clear();

        assertThat(names(Flux.fromIterable(comments).flatMap(Comment::subject))).hasSize(3);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aHandleHasThreeStatesOfEachType() {
        Comment comment = comments().get(1);
        Note orphan = mapper.insert(Note.of("video", 99L, "orphan")).block();
        Note without = mapper.insert(Note.of(null, null, "without")).block();

        assertThat(Relations.stateOf(comment.subject())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(orphan.subject().block()).isNull();
        assertThat(Relations.stateOf(orphan.subject())).isInstanceOf(RelationState.Empty.class);
        recorder.clear();
        assertThat(without.subject().block()).isNull();
        assertThat(Relations.stateOf(without.subject())).isInstanceOf(RelationState.Empty.class);
        assertThat(recorder.count()).isZero();

        assertThat(Subjects.nameOf(comment.subject().block())).isEqualTo("v1");
        assertThat(Relations.stateOf(comment.subject()).getOrNull()).isInstanceOf(Video.class);
    }

    @Test
    void anUnknownTypeIsAnErrorThatNamesIt() {
        database.postgres().execute("update notes set subject_type = 'audio' where id = 2");
        Note note = notes().get(1);
        recorder.clear();

        assertThatThrownBy(() -> note.subject().block())
                .isInstanceOfSatisfying(
                        UnknownTypeException.class, e -> assertThat(e.type()).isEqualTo("audio"))
                .hasMessage("Cannot load Note.subject: the column subject_type has the unknown type 'audio'. The known"
                        + " types are [post, video]. Correct the row, or add the type to names of @BelongsToOneOf.");
        assertThat(Relations.stateOf(note.subject())).isInstanceOf(RelationState.NotLoaded.class);
        assertThatThrownBy(() -> mapper.related(note, Note_.SUBJECT).find().block())
                .isInstanceOf(UnknownTypeException.class);
        assertThatThrownBy(() -> mapper.related(Note.of("audio", 1L, "x"), Note_.SUBJECT)
                        .find()
                        .block())
                .isInstanceOf(UnknownTypeException.class);
        assertThat(recorder.count()).isZero();
        assertThat(mapper.update(note).block().text()).isEqualTo("n2");
    }

    @Test
    void aRowWithTwoKeysIsAnError() {
        database.postgres()
                .execute("alter table comments drop constraint comments_post_id_video_id_check;"
                        + " update comments set post_id = 1 where id = 2");
        try {
            assertThatThrownBy(() -> comments().get(1).subject().block())
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith("Cannot load Comment.subject: more than one of the columns [post_id,"
                            + " video_id] has a value");
        } finally {
            database.postgres()
                    .execute("truncate comments; alter table comments add constraint comments_post_id_video_id_check"
                            + " check (num_nonnulls(post_id, video_id) = 1)");
        }
    }

    @Test
    void anUnloadedHandleIsAnErrorIfTheQueryForbidsLoading() {
        Comment comment = mapper.from(Comment.class)
                .loading(LoadMode.FORBID)
                .where(Comment_.ID.eq(2L))
                .one()
                .block();

        assertThatThrownBy(() -> comment.subject().block())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Comment_.SUBJECT)");
    }

    @Test
    void aKeyThatWasNotSelectedIsAnErrorThatNamesTheColumn() {
        Note note = mapper.from(Note.class)
                .select(Note_.ID, Note_.SUBJECT_ID)
                .where(Note_.ID.eq(1L))
                .one()
                .block();
        Comment comment = mapper.from(Comment.class)
                .select(Comment_.ID, Comment_.POST_ID)
                .where(Comment_.ID.eq(2L))
                .one()
                .block();

        assertThatThrownBy(() -> note.subject().block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Note.subjectType");
        assertThatThrownBy(() -> comment.subject().block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Comment.videoId");
    }

    @Test
    void aLoadInATransactionIsGoneAfterRollback() {
        Comment comment = comments().get(0);

        mapper.transactional(mapper.sql("update posts set title = 'changed' where id = 1")
                        .execute()
                        .then(comment.subject())
                        .doOnNext(post -> assertThat(Subjects.nameOf(post)).isEqualTo("changed"))
                        .then(Mono.error(new IllegalStateException("back"))))
                .onErrorComplete()
                .block();

        assertThat(Relations.stateOf(comment.subject())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(Subjects.nameOf(comment.subject().block())).isEqualTo("p1");
    }

    @Test
    void handlesAreEqualByTheirKeysAndShowNoKey() {
        Comment comment = comments().get(0);
        recorder.clear();

        assertThat(comment.subject()).isEqualTo(comments().get(0).subject());
        assertThat(comment.subject()).hasSameHashCodeAs(comments().get(0).subject());
        assertThat(comment.subject()).isNotEqualTo(comments().get(1).subject());
        assertThat(comment.subject()).hasToString("Comment.subject[NotLoaded]");
    }

    @Test
    void aCopyKeepsALoadedHandleUnlessItsKeyChanges() {
        Note note = notes().get(1);
        note.subject().block();

        Note same = Note_.copyOf(note).set(Note_.TEXT, "other").build();
        Note moved = Note_.copyOf(note).set(Note_.SUBJECT_TYPE, "post").build();

        assertThat(Relations.stateOf(same.subject()).getOrNull()).isInstanceOf(Video.class);
        assertThat(moved.subject()).isNull();
        assertThat(Subjects.nameOf(mapper.update(moved).block().subject().block()))
                .isEqualTo("p1");
    }

    @Test
    void aTargetMarkedAsDeletedIsNotFound() {
        database.postgres().execute("update videos set deleted_at = now() where id = 1");

        assertThat(comments().get(1).subject().block()).isNull();
        assertThat(notes().get(1).subject().block()).isNull();
    }

    private List<Comment> comments() {
        return mapper.from(Comment.class)
                .orderBy(Comment_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private List<Note> notes() {
        return mapper.from(Note.class)
                .orderBy(Note_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private static List<String> names(Flux<Subject> subjects) {
        return subjects.map(Subjects::nameOf).collectList().block();
    }
}
