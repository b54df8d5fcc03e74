package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Reply;
import dev.kindred.support.Reply_;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BelongsToWritesTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final String RETURNING = " RETURNING \"id\", \"note_id\", \"answered_id\", \"updated_at\"";

    private final BelongsToWrites<Reply, Note> writes =
            new BelongsToWrites<>(Reply_.NOTE, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ForeignKey<Reply> key = writes.keyOf(Note.of(7L, 1, "a"));

    @Test
    void aGeneratedKeyTellsWhatHasToBeInserted() {
        assertThat(writes.isUnsaved(Note.of(null, null, "a"))).isTrue();
        assertThat(writes.isUnsaved(Note.of(7L, 1, "a"))).isFalse();
        assertThat(writes.isNew(Reply.of(null, null, null))).isTrue();
        assertThat(writes.isNew(Reply.of(1L, null, null))).isFalse();
        assertThat(writes.keyOf(Note.of(null, null, "a"))).isNull();
    }

    @Test
    void aStoredEntityIsGivenItsForeignKeyOnly() {
        Rendered.of(writes.point(Reply.of(1L, 99L, 2L), key))
                .is(
                        "UPDATE \"replies\" SET \"note_id\" = $1, \"updated_at\" = $2 WHERE \"id\" = $3" + RETURNING,
                        7L,
                        NOW,
                        1L);
        Rendered.of(writes.point(Reply.of(1L, 99L, 2L), writes.toNothing()))
                .is(
                        "UPDATE \"replies\" SET \"note_id\" = $1, \"updated_at\" = $2 WHERE \"id\" = $3" + RETURNING,
                        null,
                        NOW,
                        1L);
        assertThat(writes.columnThatNeedsOwner()).isNull();
    }

    @Test
    void aNewEntityPointsAtTheOwnerWhateverItSays() {
        Rendered.of(writes.insert(Reply.of(null, 99L, null), key))
                .is(
                        "INSERT INTO \"replies\" (\"note_id\", \"answered_id\", \"updated_at\") VALUES ($1, $2, $3)"
                                + RETURNING,
                        7L,
                        null,
                        NOW);
    }

    @Test
    void aNewOwnerAndANewEntityAreOneStatement() {
        Rendered both = Rendered.of(writes.insertBoth(Note.of(null, null, "a"), Reply.of(null, 99L, 2L)));

        assertThat(both.text())
                .startsWith("WITH \"parent\" AS (INSERT INTO \"notes\"")
                .contains("\"child\" AS (INSERT INTO \"replies\" (\"note_id\", \"answered_id\", \"updated_at\") SELECT"
                        + " \"parent\".\"id\", $5, $6 FROM \"parent\"" + RETURNING + ")");
        assertThat(both.values()).doesNotContain(99L).contains(2L);
    }

    @Test
    void anOwnerIsCreatedFromColumns() {
        LocalDateTime local = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);

        Rendered owner = Rendered.of(writes.createOwner(List.of(Note_.TEXT.set("a"))));

        assertThat(owner.text())
                .startsWith("INSERT INTO \"notes\" (\"version\", \"text\", \"created_at\", \"updated_at\") VALUES");
        assertThat(owner.values()).containsExactly(0, "a", NOW, local);
    }

    @Test
    void theErrorOfASavedOwnerWithoutItsKeyNamesTheRelationAndTheKey() {
        assertThatThrownBy(() -> {
                    throw writes.keyMissing();
                })
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Reply.note")
                .hasMessageContaining("Note.id");
    }
}
