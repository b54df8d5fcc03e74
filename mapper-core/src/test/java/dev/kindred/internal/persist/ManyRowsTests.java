package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Product_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room_;
import dev.kindred.type.WireContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyRowsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final ManyRows<Note> notes = new ManyRows<>(new EntityWrites<>(Note_.MODEL, CLOCK));

    @Test
    void entitiesWithTheSameColumnsAreOneStatementWhoseTextDoesNotTellHowMany() {
        List<RowBatch> two = notes.insert(List.of(Note.of(null, null, "a"), Note.of(null, null, "b")));
        List<RowBatch> many = notes.insert(IntStream.range(0, 5000)
                .mapToObj(i -> Note.of(null, null, "n" + i))
                .toList());

        assertThat(two)
                .singleElement()
                .satisfies(batch -> assertThat(batch.positions()).containsExactly(0, 1));
        assertThat(many).hasSize(1);
        assertThat(Rendered.of(two.get(0).statement()).text())
                .isEqualTo(Rendered.of(many.get(0).statement()).text())
                .startsWith("INSERT INTO \"notes\" (\"version\", \"text\", \"created_at\", \"updated_at\") SELECT"
                        + " \"r\".\"c0\","
                        + " \"r\".\"c1\", \"r\".\"c2\", \"r\".\"c3\" FROM unnest($1, $2, $3, $4) WITH"
                        + " ORDINALITY AS \"r\""
                        + " (\"c0\", \"c1\", \"c2\", \"c3\", \"position\") ORDER BY \"r\".\"position\""
                        + " RETURNING");
        assertThat(Rendered.of(two.get(0).statement()).values().get(1)).isEqualTo(List.of("a", "b"));
    }

    @Test
    void entitiesWithOtherColumnsAreAnotherStatement() {
        List<RowBatch> batches =
                notes.insert(List.of(Note.of(null, null, "a"), Note.of(7L, null, "b"), Note.of(null, null, "c")));

        assertThat(batches).extracting(RowBatch::positions).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void anUpdateReadsTheSameValuesByRowAndByColumn() {
        List<Note> changed = List.of(Note.of(1L, 3, "a"), Note.of(2L, 4, "b"));

        UniformRows<Note> byColumn = Objects.requireNonNull(UniformRows.identified(Note_.MODEL, changed, CLOCK));
        ColumnGroup<Note> byRow = ColumnGroup.of(changed.stream()
                        .map(note -> RowDraft.identified(Note_.MODEL, note, CLOCK))
                        .toList())
                .get(0);

        assertThat(byColumn.columns()).isEqualTo(byRow.columns());
        assertThat(byColumn.source()).isEqualTo(byRow.source());
    }

    @Test
    void oneStatementCanRequireAllRowsIfTheyAreReadAsReceived() {
        assertThat(WholeUpdate.isPossible(Note_.MODEL)).isTrue();
        assertThat(WholeUpdate.isPossible(Product_.MODEL)).as("has an enum").isFalse();
        assertThat(WholeUpdate.isPossible(Room_.MODEL)).as("has a text key").isFalse();

        Note one = Note.of(1L, 3, "a");
        assertThat(WholeUpdate.of(notes.update(List.of(one, Note.of(2L, 4, "b")))))
                .isNotNull()
                .satisfies(update -> assertThat(update.requiresAll()).isTrue());
        assertThat(WholeUpdate.of(notes.insert(List.of(one)))).isNull();
        assertThat(WholeUpdate.of(List.of())).isNull();
    }

    @Test
    void anUpdateNeedsTheKeyAndTheVersionOfEachRow() {
        Note stored = Note.of(1L, 3, "a");

        for (Note unknown : List.of(Note.of(null, 3, "b"), Note.of(2L, null, "b"))) {
            assertThatThrownBy(() -> notes.update(List.of(stored, unknown)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("identifies no row");
        }
    }

    @Test
    void aVersionWithoutANextOneIsAnError() {
        assertThatThrownBy(() -> notes.update(List.of(Note.of(1L, Integer.MAX_VALUE, "a"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("cannot be incremented");
    }

    @Test
    void anUpdateFindsRowsByKeyAndVersion() {
        Rendered update = Rendered.of(notes.update(List.of(Note.of(1L, 3, "a"), Note.of(2L, 4, "b")))
                .get(0)
                .statement());

        assertThat(update.text())
                .startsWith("UPDATE \"notes\" AS \"t\" SET \"text\" = \"r\".\"c2\", \"updated_at\" = \"r\".\"c3\","
                        + " \"version\" ="
                        + " \"t\".\"version\" + 1 FROM unnest($1, $2, $3, $4) AS \"r\" (\"c0\", \"c1\","
                        + " \"c2\", \"c3\") WHERE"
                        + " \"t\".\"id\" = \"r\".\"c0\" AND \"t\".\"version\" = \"r\".\"c1\" RETURNING"
                        + " \"t\".\"id\"");
        assertThat(update.values().subList(0, 3)).isEqualTo(List.of(List.of(1L, 2L), List.of(3, 4), List.of("a", "b")));
    }

    @Test
    void aDeleteTakesTheKeysAsArrays() {
        Rendered.of(notes.delete(List.of(Note.of(1L, 3, "a"), Note.of(2L, 4, "b"))))
                .is(
                        "DELETE FROM \"notes\" WHERE (\"id\", \"version\") IN (SELECT * FROM unnest($1, $2))",
                        List.of(1L, 2L),
                        List.of(3, 4));
    }

    @Test
    void rowsOfTheSameKeyAreKeptApart() {
        Note a = Note.of(1L, null, "a");
        Note b = Note.of(2L, null, "b");
        Note again = Note.of(1L, null, "c");

        assertThat(notes.distinctRuns(List.of(a, b, again, b), List.of(Note_.ID), WireContext.none()))
                .containsExactly(List.of(a, b), List.of(again, b));
        assertThat(notes.distinctRuns(List.of(a, a), List.of(Note_.ID), WireContext.none()))
                .containsExactly(List.of(a), List.of(a));
        assertThat(notes.distinctRuns(List.of(b, a), List.of(Note_.ID), WireContext.none()))
                .containsExactly(List.of(b, a));
        assertThat(notes.distinctRuns(List.of(a, b), List.of(Note_.ID), WireContext.none()))
                .containsExactly(List.of(a, b));
        assertThat(notes.distinctRuns(List.of(), List.of(Note_.ID), WireContext.none()))
                .isEmpty();
    }
}
