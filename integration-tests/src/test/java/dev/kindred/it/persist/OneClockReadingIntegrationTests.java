package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Note;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** The clock advances with each reading. */
class OneClockReadingIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Note.TABLE).resetBefore("truncate notes restart identity");

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .clock(new TickingClock())
                .build();
    }

    @Test
    void bothTimesOfAnInsertAreEqual() {
        Note inserted = mapper.insert(Note.of("a")).block();
        Note upserted = mapper.upsert(new Note(9L, "b", null, null, null, null)).block();

        assertThat(inserted.createdAt()).isEqualTo(inserted.updatedAt());
        assertThat(upserted.createdAt()).isEqualTo(upserted.updatedAt()).isAfter(inserted.createdAt());
    }

    @Test
    void allRowsOfAStatementHaveOneTime() {
        List<Note> inserted = mapper.insertAll(Flux.just(Note.of("a"), Note.of("b"), Note.of("c")))
                .collectList()
                .block();
        Instant time = inserted.get(0).createdAt();
        assertThat(inserted).allSatisfy(note -> {
            assertThat(note.createdAt()).isEqualTo(time);
            assertThat(note.updatedAt()).isEqualTo(time);
        });

        List<Note> updated =
                mapper.updateAll(Flux.fromIterable(inserted)).collectList().block();
        assertThat(updated).extracting(Note::updatedAt).doesNotContain(time);
        assertThat(updated.stream().map(Note::updatedAt).distinct()).hasSize(1);

        mapper.copyIn(Flux.just(withStatus("d"), withStatus("e"))).block();
        assertThat(database.postgres()
                        .queryLong("select count(distinct created_at) from notes where status = 'x' and"
                                + " created_at = updated_at"))
                .isEqualTo(1);
    }

    private static Note withStatus(String text) {
        return new Note(null, text, "x", null, null, null);
    }

    /** Advances by a second with each reading. */
    private static final class TickingClock extends Clock {

        private final AtomicLong seconds = new AtomicLong();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2024-02-29T12:00:00Z").plusSeconds(seconds.getAndIncrement());
        }
    }
}
