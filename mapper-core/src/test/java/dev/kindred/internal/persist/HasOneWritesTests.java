package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.model.ConflictTarget;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HasOneWritesTests {

    private static final String RETURNING = " RETURNING \"id\", \"user_id\", \"name\", \"telephone\"";
    private static final String THE_ROW = "(\"id\") IN (SELECT \"id\" FROM \"profiles\" WHERE \"user_id\" = $%d%s"
            + " ORDER BY \"id\" ASC LIMIT $%d) AND \"user_id\" = $%d";

    private final HasOneWrites<User, Profile> writes = new HasOneWrites<>(User_.PROFILE, Clock.systemUTC());
    private final User user = User.of(7L);
    private final ForeignKey<Profile> key = writes.keyOf(user);

    private static Profile profile(Long id, Long userId) {
        return new Profile(id, userId, "name", "telephone", null, null);
    }

    @Test
    void aParentWithoutAKeyGivesNone() {
        assertThat(writes.keyOf(User.of(null))).isNull();
        assertThat(writes.isUnsaved(User.of(null))).isTrue();
        assertThat(writes.isUnsaved(user)).isFalse();
        assertThat(writes.keyMissing()).hasMessageContaining("User.profile").hasMessageContaining("User.id");
    }

    @Test
    void theParentWinsOverThePayload() {
        Rendered.of(writes.create(key, List.of(Profile_.NAME.set("a"), Profile_.USER_ID.set(99L))))
                .is("INSERT INTO \"profiles\" (\"user_id\", \"name\") VALUES ($1, $2)" + RETURNING, 7L, "a");
        Rendered.of(writes.insert(key, profile(null, 99L)))
                .is(
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\", \"telephone\") VALUES ($1, $2, $3)"
                                + RETURNING,
                        7L,
                        "name",
                        "telephone");
        Rendered.of(writes.update(key, profile(3L, 99L)))
                .is(
                        "UPDATE \"profiles\" SET \"user_id\" = $1, \"name\" = $2, \"telephone\" = $3 WHERE \"id\" = $4"
                                + RETURNING,
                        7L,
                        "name",
                        "telephone",
                        3L);
        Rendered.of(writes.update(key, List.of(), List.of(Profile_.USER_ID.set(99L), Profile_.NAME.set("a"))))
                .is(
                        "UPDATE \"profiles\" SET \"name\" = $1 WHERE " + THE_ROW.formatted(2, "", 3, 4) + RETURNING,
                        "a",
                        7L,
                        1L,
                        7L);
    }

    @Test
    void createUnlessThereLeavesARowOfTheParentAlone() {
        Rendered.of(writes.createUnlessThere(key, List.of(), List.of(Profile_.NAME.set("a"))))
                .is(
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\") VALUES ($1, $2) ON CONFLICT"
                                + " (\"user_id\") DO NOTHING"
                                + RETURNING,
                        7L,
                        "a");
    }

    @Test
    void ofSeveralRowsTheOneWithTheLowestKeyIsMeant() {
        Rendered.of(writes.delete(key))
                .is("DELETE FROM \"profiles\" WHERE " + THE_ROW.formatted(1, "", 2, 3), 7L, 1L, 7L);
        Rendered.of(writes.orphan(key))
                .is(
                        "UPDATE \"profiles\" SET \"user_id\" = $1 WHERE " + THE_ROW.formatted(2, "", 3, 4) + RETURNING,
                        null,
                        7L,
                        1L,
                        7L);
        Rendered.of(writes.update(key, List.of(Profile_.TELEPHONE.set(null)), List.of(Profile_.NAME.set("a"))))
                .is(
                        "UPDATE \"profiles\" SET \"name\" = $1 WHERE "
                                + THE_ROW.formatted(2, " AND \"telephone\" IS NULL", 3, 4) + RETURNING,
                        "a",
                        7L,
                        1L,
                        7L);
    }

    @Test
    void theOthersGoAndOneCanBeKept() {
        Rendered.of(writes.removeAllBut(null, key, true)).is("DELETE FROM \"profiles\" WHERE \"user_id\" = $1", 7L);
        Rendered.of(writes.removeAllBut(profile(3L, 7L), key, true))
                .is("DELETE FROM \"profiles\" WHERE \"user_id\" = $1 AND NOT (\"id\" = $2)", 7L, 3L);
        Rendered.of(writes.removeAllBut(null, key, false))
                .is("UPDATE \"profiles\" SET \"user_id\" = $1 WHERE \"user_id\" = $2", null, 7L);
    }

    @Test
    void theParentIsLocked() {
        Rendered.of(writes.lock(key)).is("SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE", 7L);
    }

    @Test
    void aNewParentAndItsChildAreOneStatement() {
        Rendered both = Rendered.of(writes.createWithParent(User.of(null), List.of(Profile_.NAME.set("a"))));

        assertThat(both.text())
                .startsWith("WITH \"parent\" AS (INSERT INTO \"users\"")
                .contains("\"child\" AS (INSERT INTO \"profiles\" (\"user_id\", \"name\") SELECT \"parent\".\"id\","
                        + " $4 FROM"
                        + " \"parent\"" + RETURNING + ")");
    }

    @Test
    void aGeneratedKeyTellsHowAChildIsStored() {
        assertThat(writes.storedAs(profile(null, null))).isEqualTo(StoredAs.NEW);
        assertThat(writes.storedAs(profile(3L, null))).isEqualTo(StoredAs.STORED);
    }

    @Test
    void whatIsNotTheUsersToWriteIsRefused() {
        EntityWrites<Note> notes = new EntityWrites<>(Note_.MODEL, Clock.systemUTC());

        for (var assignment : List.of(
                Note_.VERSION.set(1), Note_.CREATED_AT.set(null), Note_.UPDATED_AT.set(null), Note_.LENGTH.set(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> notes.update(List.of(assignment), null, List.of()))
                    .withMessageContaining(assignment.column().toString());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.update(List.of(Note_.TEXT.set("a"), Note_.TEXT.set("b")), null, List.of()))
                .withMessageContaining("twice");
    }

    @Test
    void anUpsertNeedsAKeyToGoBy() {
        EntityWrites<Note> notes = new EntityWrites<>(Note_.MODEL, Clock.systemUTC());

        assertThatThrownBy(() -> notes.upsert(Note.of(null, null, "a"), ConflictTarget.of(Note_.ID)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Note.id");
    }
}
