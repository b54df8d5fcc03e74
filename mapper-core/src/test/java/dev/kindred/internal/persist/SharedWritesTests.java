package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityModel;
import dev.kindred.support.Employee_;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Reply_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedWritesTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final LocalDateTime NOW = LocalDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);

    private final EntityWrites<Note> notes = new EntityWrites<>(Note_.MODEL, CLOCK);

    private static SharedWrite write(EntityModel<?> model, Statement statement) {
        return Objects.requireNonNull(new SharedWrites<>(model).of(statement));
    }

    private static SharedWrite note(Statement statement) {
        return write(Note_.MODEL, statement);
    }

    private static SharedWrite note(ShapedStatement<?> statement) {
        return note(statement.statement());
    }

    private static Rendered together(SharedWrite... writes) {
        return Rendered.of(SharedWrite.together(List.of(writes)));
    }

    @Test
    void insertsReturnTheRowsWithTheirPositionsOrStoreNone() {
        SharedWrite a = note(notes.insert(Note.of(null, null, "a")));
        SharedWrite b = note(notes.insert(Note.of(null, null, "b")));

        assertThat(a.key()).isNull();
        assertThat(a.hasShapeOf(b)).isTrue();
        together(a, b)
                .is(
                        "WITH \"written rows\" AS (INSERT INTO \"notes\" (\"version\", \"text\", \"created_at\","
                                + " \"updated_at\") SELECT \"r\".\"c0\", \"r\".\"c1\", \"r\".\"c2\", \"r\".\"c3\" FROM"
                                + " unnest($1, $2, $3, $4) WITH ORDINALITY AS \"r\" (\"c0\", \"c1\", \"c2\", \"c3\","
                                + " \"position\") ORDER BY \"r\".\"position\" RETURNING \"id\", \"version\", \"text\","
                                + " \"length\", \"slug\", \"created_at\", \"updated_at\") SELECT"
                                + " \"written rows\".\"id\", \"written rows\".\"version\", \"written rows\".\"text\","
                                + " \"written rows\".\"length\", \"written rows\".\"slug\","
                                + " \"written rows\".\"created_at\", \"written rows\".\"updated_at\", row_number()"
                                + " OVER () FROM \"written rows\" WHERE 1 / CASE WHEN (SELECT count(*) FROM"
                                + " \"written rows\") = $5 THEN 1 ELSE 0 END = 1",
                        List.of(0, 0),
                        List.of("a", "b"),
                        List.of(Instant.EPOCH, Instant.EPOCH),
                        List.of(NOW, NOW),
                        2L);
    }

    @Test
    void insertsOfOtherColumnsHaveAnotherShape() {
        SharedWrite generated = note(notes.insert(Note.of(null, null, "a")));
        SharedWrite assigned = note(notes.insert(Note.of(7L, null, "b")));

        assertThat(generated.hasShapeOf(assigned)).isFalse();
    }

    @Test
    void updatesFindRowsByKeyAndVersionAndReturnTheirPositions() {
        SharedWrite a = note(notes.update(Note.of(1L, 3, "a")).orElseThrow());
        SharedWrite b = note(notes.update(Note.of(2L, 4, "b")).orElseThrow());

        assertThat(a.key()).isEqualTo(1L);
        together(a, b)
                .is(
                        "UPDATE \"notes\" AS \"t\" SET \"text\" = \"r\".\"c2\", \"updated_at\" = \"r\".\"c3\","
                                + " \"version\" = \"t\".\"version\" + 1 FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS"
                                + " \"r\" (\"c0\", \"c1\", \"c2\", \"c3\", \"position\") WHERE \"t\".\"id\" ="
                                + " \"r\".\"c0\" AND \"t\".\"version\" = \"r\".\"c1\" RETURNING \"t\".\"id\","
                                + " \"t\".\"version\", \"t\".\"text\", \"t\".\"length\", \"t\".\"slug\","
                                + " \"t\".\"created_at\", \"t\".\"updated_at\", \"r\".\"position\"",
                        List.of(1L, 2L),
                        List.of(3, 4),
                        List.of("a", "b"),
                        List.of(NOW, NOW));
    }

    @Test
    void updatesOfOtherColumnsHaveAnotherShape() {
        Note before = Note.of(1L, 3, "a");
        SharedWrite whole =
                note(notes.update(new Note(1L, 3, "b", null, "s", null, null)).orElseThrow());
        SharedWrite difference = note(notes.update(before, Note.of(1L, 3, "b")).orElseThrow());

        assertThat(whole.hasShapeOf(difference)).isFalse();
    }

    @Test
    void deletesReturnTheirPositions() {
        SharedWrite a = note(notes.delete(Note.of(1L, 3, "a")));
        SharedWrite b = note(notes.delete(Note.of(2L, 4, "b")));

        together(a, b)
                .is(
                        "DELETE FROM \"notes\" AS \"t\" USING unnest($1, $2) WITH ORDINALITY AS \"r\" (\"c0\", \"c1\","
                                + " \"position\") WHERE \"t\".\"id\" = \"r\".\"c0\" AND \"t\".\"version\" ="
                                + " \"r\".\"c1\" RETURNING \"r\".\"position\"",
                        List.of(1L, 2L),
                        List.of(3, 4));
    }

    @Test
    void writesOfMoreThanOneRowAreNotShared() {
        SharedWrites<User> users = new SharedWrites<>(User_.MODEL);
        EntityWrites<User> writes = new EntityWrites<>(User_.MODEL, CLOCK);

        assertThat(Stream.of(
                                SelectQuery.of(User_.MODEL),
                                SelectQuery.of(User_.MODEL).where(User_.ID.gt(1L)),
                                SelectQuery.of(User_.MODEL).where(User_.ID.in(1L, 2L)),
                                SelectQuery.of(User_.MODEL).where(User_.ID.ne(1L)),
                                SelectQuery.of(User_.MODEL)
                                        .where(User_.ID.eq(1L).or(User_.ID.eq(2L))))
                        .map(query -> users.of(writes.remove(query.toSelect().where()))))
                .containsOnlyNulls();
        assertThat(users.of(writes.remove(SelectQuery.of(User_.MODEL)
                        .where(User_.ID.eq(1L))
                        .toSelect()
                        .where())))
                .isNotNull();
    }

    @Test
    void upsertsAreNotShared() {
        assertThat(new SharedWrites<>(Note_.MODEL).of(notes.upsert(Note.of(1L, 0, "a"), ConflictTarget.of(List.of()))))
                .isNull();
    }

    @Test
    void entitiesThatReferenceTheirOwnTableAreNotShared() {
        assertThat(new SharedWrites<>(Employee_.MODEL)
                        .of(new EntityWrites<>(Employee_.MODEL, CLOCK)
                                .remove(SelectQuery.of(Employee_.MODEL)
                                        .where(Employee_.ID.eq(1L))
                                        .toSelect()
                                        .where())))
                .isNull();
    }

    @Test
    void entitiesThatTouchAnOwnerAreNotShared() {
        assertThat(new SharedWrites<>(Reply_.MODEL)
                        .of(new EntityWrites<>(Reply_.MODEL, CLOCK)
                                .remove(SelectQuery.of(Reply_.MODEL)
                                        .where(Reply_.ID.eq(1L))
                                        .toSelect()
                                        .where())))
                .isNull();
    }
}
