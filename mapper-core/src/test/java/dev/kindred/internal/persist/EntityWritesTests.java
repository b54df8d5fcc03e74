package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.type.SqlTypes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityWritesTests {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-02-29T12:00:00.123456789Z"), ZoneId.of("Asia/Colombo"));
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00.123456Z");
    private static final LocalDateTime NOW_IN_COLOMBO = LocalDateTime.parse("2024-02-29T17:30:00.123456");
    private static final String RETURNING =
            " RETURNING \"id\", \"version\", \"text\", \"length\", \"slug\", \"created_at\", \"updated_at\"";

    private static final EntityWrites<Note> NOTES = new EntityWrites<>(Note_.MODEL, CLOCK);
    private static final EntityWrites<Room> ROOMS = new EntityWrites<>(Room_.MODEL, CLOCK);

    private record Line(String text) {}

    private static Rendered updateOf(Note note) {
        return Rendered.of(NOTES.update(note).orElseThrow());
    }

    @Test
    void anInsertLeavesOutWhatTheDatabaseFillsAndReadsEverythingBack() {
        Rendered.of(NOTES.insert(Note.of(null, null, "a")))
                .is(
                        "INSERT INTO \"notes\" (\"version\", \"text\", \"created_at\", \"updated_at\") VALUES"
                                + " ($1, $2, $3, $4)"
                                + RETURNING,
                        0,
                        "a",
                        NOW,
                        NOW_IN_COLOMBO);
    }

    @Test
    void anInsertKeepsGeneratedValuesAndTheVersionThatAreGiven() {
        Rendered.of(NOTES.insert(new Note(7L, 3, "a", 99, "slug", null, null)))
                .is(
                        "INSERT INTO \"notes\" (\"id\", \"version\", \"text\", \"slug\", \"created_at\","
                                + " \"updated_at\") VALUES ($1, $2, $3, $4, $5, $6)" + RETURNING,
                        7L,
                        3,
                        "a",
                        "slug",
                        NOW,
                        NOW_IN_COLOMBO);
    }

    @Test
    void anUpdateRaisesTheVersionAndComparesIt() {
        assertThat(NOTES.isVersioned()).isTrue();
        updateOf(Note.of(7L, 3, "a"))
                .is(
                        "UPDATE \"notes\" SET \"version\" = $1, \"text\" = $2, \"updated_at\" = $3"
                                + " WHERE \"id\" = $4 AND \"version\" = $5" + RETURNING,
                        4,
                        "a",
                        NOW_IN_COLOMBO,
                        7L,
                        3);
    }

    @Test
    void anUpdateLeavesKeyReadOnlyColumnsAndTheTimeOfCreationAlone() {
        String text =
                updateOf(new Note(7L, 3, "a", 99, "slug", NOW, NOW_IN_COLOMBO)).text();

        assertThat(text.substring(0, text.indexOf(" WHERE ")))
                .isEqualTo("UPDATE \"notes\" SET \"version\" = $1, \"text\" = $2, \"slug\" = $3, \"updated_at\" = $4");
    }

    @Test
    void aKeyOfSeveralColumnsIsComparedAsAWhole() {
        Room room = new Room("a", 2, "x", null);

        assertThat(ROOMS.isVersioned()).isFalse();
        assertThat(ROOMS.update(room))
                .hasValueSatisfying(update -> Rendered.of(update)
                        .is(
                                "UPDATE \"hotel\".\"rooms\" SET \"code\" = $1 WHERE \"house\" = $2 AND \"number\" = $3"
                                        + " RETURNING \"house\", \"number\", \"code\"",
                                "x",
                                "a",
                                2));
        Rendered.of(ROOMS.delete(room))
                .is("DELETE FROM \"hotel\".\"rooms\" WHERE \"house\" = $1 AND \"number\" = $2", "a", 2);
    }

    @Test
    void aDeleteComparesTheVersionToo() {
        Rendered.of(NOTES.delete(Note.of(7L, 3, "a")))
                .is("DELETE FROM \"notes\" WHERE \"id\" = $1 AND \"version\" = $2", 7L, 3);
    }

    @Test
    void anEntityThatWasNotInsertedCannotBeChanged() {
        for (Note note : List.of(Note.of(null, 3, "secret"), Note.of(7L, null, "secret"))) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> NOTES.update(note))
                    .withMessageContaining("Note.")
                    .withMessageContaining("is null")
                    .withMessageNotContaining("secret");
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> NOTES.delete(note))
                    .withMessageContaining("Note.");
        }
    }

    @Test
    void anEntityWithoutAKeyCanBeInsertedOnly() {
        TextColumn<Line> text =
                Handmade.text(ColumnDefinition.of(Line.class, "text", "text", SqlTypes.STRING, Line::text));
        EntityWrites<Line> lines = new EntityWrites<>(
                Handmade.model(
                        Line.class,
                        TableName.of("lines"),
                        List.of(text),
                        List.of(),
                        row -> new Line(row.required(0, text))),
                CLOCK);

        Rendered.of(lines.insert(new Line("a")))
                .is("INSERT INTO \"lines\" (\"text\") VALUES ($1) RETURNING \"text\"", "a");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lines.update(new Line("a")))
                .withMessageContaining("Line has no @Id");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lines.delete(new Line("a")))
                .withMessageContaining("Line has no @Id");
    }

    @Test
    void aGeneratedPrimitiveKeyOfZeroIsLeftToTheDatabase() {
        NumberColumn<Counter, Long> id =
                Handmade.number(ColumnDefinition.of(Counter.class, "id", "id", SqlTypes.LONG, Counter::id)
                        .with(ColumnTrait.ID, ColumnTrait.GENERATED)
                        .primitive(0L));
        NumberColumn<Counter, Integer> hits =
                Handmade.number(ColumnDefinition.of(Counter.class, "hits", "hits", SqlTypes.INTEGER, Counter::hits)
                        .primitive(0));
        EntityModel<Counter> model = Handmade.model(
                Counter.class,
                TableName.of("counters"),
                List.of(id, hits),
                List.of(),
                row -> new Counter(row.required(0, id), row.required(1, hits)));
        EntityWrites<Counter> writes = new EntityWrites<>(model, CLOCK);

        Rendered.of(writes.insert(new Counter(0, 0)))
                .is("INSERT INTO \"counters\" (\"hits\") VALUES ($1) RETURNING \"id\", \"hits\"", 0);
        Rendered.of(writes.insert(new Counter(7, 0)))
                .is("INSERT INTO \"counters\" (\"id\", \"hits\") VALUES ($1, $2) RETURNING \"id\", \"hits\"", 7L, 0);
        assertThat(RelationKey.raw(model.id(), new Counter(0, 0))).isNull();
    }

    private record Counter(long id, int hits) {}
}
