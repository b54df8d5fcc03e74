package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Profile_;
import dev.kindred.support.Reply;
import dev.kindred.support.Reply_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteShapeTests {

    private static EntityWrites<Note> notesAt(String time) {
        return new EntityWrites<>(Note_.MODEL, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private final EntityWrites<Note> notes = notesAt("2024-02-29T12:00:00Z");
    private final EntityWrites<Note> later = notesAt("2024-03-01T12:00:00Z");

    @Test
    void writesOfTheSameColumnsHaveOneShapeAndTheirOwnValues() {
        ShapedStatement<?> first = notes.insert(Note.of(null, null, "a"));
        ShapedStatement<?> second = later.insert(Note.of(null, 7, "b"));

        assertThat(second.shape()).isEqualTo(first.shape()).hasSameHashCodeAs(first.shape());
        assertThat(first.values()).extracting(Parameter::value).contains("a").doesNotContain("b");
        assertThat(second.values())
                .extracting(Parameter::value)
                .contains("b", Instant.parse("2024-03-01T12:00:00Z"))
                .doesNotContain("a", Instant.parse("2024-02-29T12:00:00Z"));
    }

    @Test
    void writesOfOtherColumnsHaveOtherShapes() {
        Note note = Note.of(7L, 3, "a");

        assertThat(List.of(
                        notes.insert(Note.of(null, 3, "a")),
                        notes.insert(note),
                        notes.update(note).orElseThrow(),
                        notes.delete(note)))
                .extracting(ShapedStatement::shape)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRelationHasItsOwnShapesBecauseTheParentDeterminesTheTypeOfTheKey() {
        BelongsToWrites<Reply, Note> replies = new BelongsToWrites<>(Reply_.NOTE, Clock.systemUTC());
        Reply reply = Reply.of(null, null, 2L);

        assertThat(replies.insert(reply, replies.keyOf(Note.of(7L, 3, "a"))).shape())
                .isNotEqualTo(new EntityWrites<>(Reply_.MODEL, Clock.systemUTC())
                        .insert(Reply.of(null, 7L, 2L))
                        .shape());
    }

    @Test
    void theColumnsOfBothRowsAreInTheShapeOfAParentAndAChild() {
        HasOneWrites<User, ?> writes = new HasOneWrites<>(User_.PROFILE, Clock.systemUTC());

        assertThat(List.of(
                        withName(User.of(null)),
                        writes.createWithParent(User.of(null), List.of()),
                        withName(User.of(9L))))
                .extracting(ShapedStatement::shape)
                .doesNotHaveDuplicates();
        assertThat(withName(User.of(null)).shape())
                .isEqualTo(withName(User.of(null)).shape());
    }

    private static ShapedStatement<?> withName(User parent) {
        return new HasOneWrites<>(User_.PROFILE, Clock.systemUTC())
                .createWithParent(parent, List.of(Profile_.NAME.set("a")));
    }
}
