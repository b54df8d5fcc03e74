package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StaleVersionException;
import dev.kindred.it.entity.Note;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class VersionsAndTimesIntegrationTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123456Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final String RETURNING =
            " RETURNING \"id\", \"text\", \"status\", \"version\", \"created_at\", \"updated_at\"";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Note.TABLE).resetBefore("truncate notes restart identity");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = mapperAt(NOON);
    }

    @Test
    void anInsertSetsBothTimesFromTheClockOfTheMapperAndTheFirstVersion() {
        Note note = mapper.insert(Note.of("a")).block();

        assertThat(note).isEqualTo(new Note(1L, "a", "open", 0, NOON, NOON));
        assertThat(mapper.find(Note.class, 1L).block()).isEqualTo(note);
        assertThat(recorder.texts().get(0))
                .isEqualTo("INSERT INTO \"notes\" (\"text\", \"version\", \"created_at\", \"updated_at\") VALUES"
                        + " ($1, $2, $3, $4)"
                        + RETURNING);
    }

    @Test
    void timesAreKeptToTheMicrosecondSoThatWhatIsReturnedIsWhatIsStored() {
        Note note = mapperAt(NOON.plusNanos(789)).insert(Note.of("a")).block();

        assertThat(note.createdAt()).isEqualTo(NOON);
        assertThat(mapper.find(Note.class, 1L).block()).isEqualTo(note);
    }

    @Test
    void aColumnWithADefaultIsLeftToTheDatabaseWhenItIsNullAndWrittenWhenItIsNot() {
        assertThat(mapper.insert(Note.of("a")).block().status()).isEqualTo("open");
        assertThat(mapper.insert(new Note(null, "b", "closed", null, null, null))
                        .block()
                        .status())
                .isEqualTo("closed");
    }

    @Test
    void anUpdateMovesTheTimeOfTheUpdateOnlyAndRaisesTheVersion() {
        Note note = mapper.insert(Note.of("a")).block();
        recorder.clear();

        Note updated = mapperAt(LATER).update(note.withText("b")).block();

        assertThat(updated).isEqualTo(new Note(1L, "b", "open", 1, NOON, LATER));
        assertThat(mapper.find(Note.class, 1L).block()).isEqualTo(updated);
        assertThat(note).isEqualTo(new Note(1L, "a", "open", 0, NOON, NOON));
        assertThat(recorder.texts().get(0))
                .isEqualTo("UPDATE \"notes\" SET \"text\" = $1, \"status\" = $2, \"version\" = $3, \"updated_at\" ="
                        + " $4 WHERE \"id\" = $5 AND \"version\" = $6"
                        + RETURNING);
    }

    @Test
    void timesOfTheEntityAreNotWritten() {
        Note forged = new Note(1L, "b", "open", 0, LATER, LATER);
        mapper.insert(Note.of("a")).block();

        Note updated = mapper.update(forged).block();

        assertThat(updated.createdAt()).isEqualTo(NOON);
        assertThat(updated.updatedAt()).isEqualTo(NOON);
    }

    @Test
    void aStaleUpdateIsAnErrorAndChangesNothing() {
        Note note = mapper.insert(Note.of("a")).block();
        Note newer = mapper.update(note.withText("b")).block();

        assertThatThrownBy(() -> mapperAt(LATER).update(note.withText("c")).block())
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("update")
                .hasMessageContaining("Note")
                .hasMessageContaining("notes");
        assertThat(mapper.find(Note.class, 1L).block()).isEqualTo(newer);
    }

    @Test
    void aStaleDeleteIsAnErrorAndChangesNothing() {
        Note note = mapper.insert(Note.of("a")).block();
        Note newer = mapper.update(note.withText("b")).block();

        assertThatThrownBy(() -> mapper.delete(note).block())
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("delete");
        assertThat(mapper.find(Note.class, 1L).block()).isEqualTo(newer);
        assertThat(mapper.delete(newer).block()).isTrue();
        assertThat(recorder.texts()).contains("DELETE FROM \"notes\" WHERE \"id\" = $1 AND \"version\" = $2");
    }

    @Test
    void aVersionedRowThatIsGoneIsStaleForAnUpdateAndNoneForADelete() {
        Note note = mapper.insert(Note.of("a")).block();
        mapper.delete(note).block();

        assertThatThrownBy(() -> mapper.update(note).block()).isInstanceOf(StaleVersionException.class);
        recorder.clear();
        assertThat(mapper.delete(note).block()).isFalse();
        assertThat(recorder.count())
                .as("the delete, and the read that finds no row")
                .isEqualTo(2);
        assertThat(mapper.deletePermanently(note).block()).isFalse();
        assertThat(mapper.deleteAll(Flux.just(note)).block()).isZero();
    }

    private ReactiveMapper mapperAt(Instant now) {
        return ReactiveMapper.builder(database.pool())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .listener(recorder)
                .build();
    }
}
