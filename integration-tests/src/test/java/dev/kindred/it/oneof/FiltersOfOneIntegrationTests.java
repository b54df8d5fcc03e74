package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Condition;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Posts and videos have the same keys, so each read without the type would find rows of the other type. */
@ParameterizedClass
@EnumSource(RowFormat.class)
class FiltersOfOneIntegrationTests {

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
    void aFilterConcernsTheRowsOfItsType() {
        database.postgres().execute("insert into notes (subject_type, subject_id, text) values ('video', 9, 'n7')");

        assertThat(comments(Comment_.SUBJECT.exists())).containsExactly("c1", "c2", "c3", "c4", "c5", "c6");
        assertThat(comments(Comment_.SUBJECT_POST.exists())).containsExactly("c1", "c3", "c5");
        assertThat(comments(Comment_.SUBJECT_VIDEO.exists(videos -> videos.where(Video_.URL.eq("v2")))))
                .containsExactly("c4");
        assertThat(notes(Note_.SUBJECT_POST.exists())).containsExactly("n1", "n3", "n5");
        assertThat(notes(Note_.SUBJECT_VIDEO.doesntExist())).containsExactly("n1", "n3", "n5", "n7");
        assertThat(notes(Note_.SUBJECT_POST.exists(posts -> posts.where(Post_.TITLE.eq("p2")))))
                .containsExactly("n3");
        assertThat(notes(Note_.SUBJECT.doesntExist())).containsExactly("n7");
        assertThat(notes(Note_.SUBJECT_POST
                        .exists(posts -> posts.where(Post_.AUTHOR.exists(a -> a.where(Author_.NAME.eq("Ben")))))
                        .or(Note_.SUBJECT_VIDEO.exists(videos -> videos.where(Video_.URL.eq("v3"))))))
                .containsExactly("n3", "n6");
    }

    @Test
    void aRowIsComparedByTypeAndKey() {
        Video video = mapper.get(Video.class, 1L).block();
        Post post = mapper.get(Post.class, 1L).block();

        assertThat(comments(Comment_.SUBJECT.is(video))).containsExactly("c2");
        assertThat(comments(Comment_.SUBJECT.isNot(video))).containsExactly("c1", "c3", "c4", "c5", "c6");
        assertThat(notes(Note_.SUBJECT.is(post))).containsExactly("n1");
        assertThat(notes(Note_.SUBJECT.isNot(post))).containsExactly("n2", "n3", "n4", "n5", "n6");
        assertThat(notes(Note_.SUBJECT.is(Post.of("new")))).isEmpty();
    }

    @Test
    void aTargetMarkedAsDeletedIsNoRow() {
        database.postgres().execute("update videos set deleted_at = now() where id = 1");

        assertThat(comments(Comment_.SUBJECT.exists())).containsExactly("c1", "c3", "c4", "c5", "c6");
        assertThat(notes(Note_.SUBJECT_VIDEO.exists())).containsExactly("n4", "n6");
        assertThat(notes(Note_.SUBJECT_VIDEO.exists(videos -> videos.withDeleted())))
                .containsExactly("n2", "n4", "n6");
    }

    @Test
    void theOtherSideReadsRowsOfItsTypeOnEachPath() {
        List<Post> posts = mapper.from(Post.class)
                .orderBy(Post_.ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();

        assertThat(posts.get(1).notes().map(Note::text).collectList().block()).containsExactly("n3");
        assertThat(posts.get(1).lastNote().block().text()).isEqualTo("n3");
        assertThat(mapper.related(posts.get(1), Post_.NOTES).query().count().block())
                .isEqualTo(1);
        assertThat(mapper.related(Post.class, 2L, Post_.NOTES).query().stream()
                        .map(Note::text)
                        .collectList()
                        .block())
                .containsExactly("n3");
        assertThat(recorder.texts().get(0))
                .endsWith("FROM \"notes\" WHERE \"subject_type\" = $1 AND \"subject_id\" = ANY($2) LIMIT 100001");
        assertThat(mapper.from(Video.class)
                        .orderBy(Video_.ID.asc())
                        .preload(Video_.NOTES, notes -> notes.limitEach(1))
                        .all()
                        .map(video -> Relations.stateOf(video.notes())
                                .getOrNull()
                                .get(0)
                                .text())
                        .collectList()
                        .block())
                .containsExactly("n2", "n4", "n6");
        assertThat(mapper.from(Post.class)
                        .whereHas(Post_.NOTES, notes -> notes.where(Note_.TEXT.in("n1", "n4")))
                        .all()
                        .map(Post::title)
                        .collectList()
                        .block())
                .containsExactly("p1");
    }

    @Test
    void aggregatesCountRowsOfTheirType() {
        database.postgres().execute("insert into notes (subject_type, subject_id, text) values ('video', 1, 'n7')");

        assertThat(mapper.from(Post.class)
                        .withCount(Post_.NOTES)
                        .all()
                        .map(each -> each.get(Post_.NOTES.count()))
                        .collectList()
                        .block())
                .containsExactly(1L, 1L, 1L);
        assertThat(mapper.from(Video.class)
                        .orderBy(Video_.NOTES.count().desc(), Video_.ID.desc())
                        .all()
                        .map(Video::url)
                        .collectList()
                        .block())
                .containsExactly("v1", "v3", "v2");
        List<Video> videos = mapper.from(Video.class)
                .orderBy(Video_.ID.asc())
                .all()
                .collectList()
                .block();
        assertThat(mapper.aggregate(videos, Video_.NOTES.count())
                        .map(each -> each.get(Video_.NOTES.count()))
                        .collectList()
                        .block())
                .containsExactly(2L, 1L, 1L);
        List<Note> notes = mapper.from(Note.class)
                .orderBy(Note_.ID.asc())
                .all()
                .collectList()
                .block();
        assertThat(mapper.aggregate(notes, Note_.SUBJECT_POST.max(Post_.TITLE))
                        .map((Aggregated<Note> each) ->
                                String.valueOf(each.getOrNull(Note_.SUBJECT_POST.max(Post_.TITLE))))
                        .collectList()
                        .block())
                .containsExactly("p1", "null", "p2", "null", "p3", "null", "null");
        assertThat(mapper.from(Note.class)
                        .orderBy(Note_.SUBJECT_POST.max(Post_.TITLE).desc().nullsLast(), Note_.ID.asc())
                        .first()
                        .map(Note::text)
                        .block())
                .isEqualTo("n5");
    }

    @Test
    void aPathLeadsThroughRowsOfItsType() {
        List<Author> authors = mapper.from(Author.class)
                .orderBy(Author_.ID.asc())
                .preload(Author_.NOTES)
                .preload(Author_.COMMENTS)
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(Relations.stateOf(authors.get(1).notes()).getOrNull())
                .extracting(Note::text)
                .containsExactly("n3");
        assertThat(Relations.stateOf(authors.get(1).comments()).getOrNull())
                .extracting(Comment::text)
                .containsExactly("c3");
        assertThat(authors.get(0).notes().map(Note::text).collectList().block()).containsExactly("n1");
        assertThat(mapper.from(Author.class)
                        .where(Author_.NOTES.exists(notes -> notes.where(Note_.TEXT.in("n3", "n4"))))
                        .all()
                        .map(Author::name)
                        .collectList()
                        .block())
                .containsExactly("Ben");
        assertThat(mapper.aggregate(authors, Author_.NOTES.count())
                        .map(each -> each.get(Author_.NOTES.count()))
                        .collectList()
                        .block())
                .containsExactly(1L, 1L);
    }

    private List<String> comments(Condition<Comment> condition) {
        return mapper.from(Comment.class)
                .where(condition)
                .orderBy(Comment_.ID.asc())
                .all()
                .map(Comment::text)
                .collectList()
                .block();
    }

    private List<String> notes(Condition<Note> condition) {
        return mapper.from(Note.class)
                .where(condition)
                .orderBy(Note_.ID.asc())
                .all()
                .map(Note::text)
                .collectList()
                .block();
    }
}
