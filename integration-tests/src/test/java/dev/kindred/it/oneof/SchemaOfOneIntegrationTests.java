package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class SchemaOfOneIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Subjects.TABLES)
            .resetBefore(
                    "drop table if exists notes, comments, videos, posts, authors cascade",
                    Subjects.TABLES,
                    Subjects.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private SchemaOperations schema;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        schema = mapper.schema(Author.class, Post.class, Video.class, Comment.class, Note.class);
    }

    @Test
    void theSchemaHasTheCheckTheForeignKeysAndTheIndexes() {
        assertThat(schema.ddl())
                .contains("CONSTRAINT \"comments_post_id_video_id_check\""
                        + " CHECK (num_nonnulls(\"post_id\", \"video_id\") = 1)")
                .contains("FOREIGN KEY (\"post_id\") REFERENCES \"posts\" (\"id\") ON DELETE CASCADE")
                .contains("FOREIGN KEY (\"video_id\") REFERENCES \"videos\" (\"id\")")
                .contains("CREATE INDEX \"notes_subject_type_subject_id_text_idx\" ON \"notes\""
                        + " (\"subject_type\", \"subject_id\", \"text\")")
                .doesNotContain("FOREIGN KEY (\"subject");
        schema.drop().then(schema.create()).block();
        assertThat(messages()).isEmpty();
    }

    @Test
    void aCompleteSchemaHasNoFindings() {
        assertThat(messages()).isEmpty();
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void missingConstraintsAreFindingsWithARemedy() {
        database.postgres()
                .execute("alter table comments drop constraint comments_post_id_video_id_check,"
                        + " drop constraint comments_video_id_fkey; drop index notes_subject_type_subject_id_text_idx");

        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "comments.[post_id, video_id] (Comment.subject): expected a check that exactly one of the"
                                + " columns is not null, found none. Remedy: ALTER TABLE \"comments\" ADD CONSTRAINT"
                                + " \"comments_post_id_video_id_check\""
                                + " CHECK (num_nonnulls(\"post_id\", \"video_id\") = 1)",
                        "notes.[subject_type, subject_id, text] (Video.notes): expected an index, found none. Remedy:"
                                + " CREATE INDEX \"notes_subject_type_subject_id_text_idx\" ON \"notes\""
                                + " (\"subject_type\", \"subject_id\", \"text\")",
                        "comments.video_id (Comment.subject(Video)): expected a foreign key to videos[id], found none."
                                + " Remedy: ALTER TABLE \"comments\" ADD CONSTRAINT \"comments_video_id_fkey\""
                                + " FOREIGN KEY (\"video_id\") REFERENCES \"videos\" (\"id\")");
        Flux.fromIterable(schema.verify().block().findings())
                .concatMapIterable(Finding::remedy)
                .concatMap(sql -> mapper.sql(sql).execute())
                .blockLast();
        assertThat(messages()).isEmpty();
    }

    @Test
    void orphansAndUnknownTypesAreCounted() {
        database.postgres()
                .execute("insert into notes (subject_type, subject_id, text) values ('post', 8, 'a'), ('post', 9, 'b'),"
                        + " ('audio', 1, 'c'), (null, null, 'd'), ('video', null, 'e')");

        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "notes.[subject_type, subject_id] (Note.subject): expected a row of posts, found 2 rows of the"
                                + " type 'post' without one.",
                        "notes.[subject_type, subject_id] (Note.subject): expected one of the types [post, video],"
                                + " found 1 row of the type 'audio'.",
                        "notes.[subject_type, subject_id] (Note.subject): expected a row of videos, found 1 row of the"
                                + " type 'video' without one.");
        assertThat(schema.verify().block().findings())
                .extracting(Finding::kind)
                .containsOnly(Finding.Kind.ORPHANED_ROWS, Finding.Kind.UNKNOWN_TYPE);
        assertThat(recorder.count()).isEqualTo(6);
        assertThat(mapper.schema(Note.class).verify().block().findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.UNKNOWN_TYPE);
    }

    private List<String> messages() {
        return schema.verify().block().findings().stream().map(Finding::message).toList();
    }
}
