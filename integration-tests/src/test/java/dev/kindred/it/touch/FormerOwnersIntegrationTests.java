package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Former owners of a row, and the time that a statement sets. See {@link TouchedTopics} for the initial rows. */
class FormerOwnersIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(TouchSchema.TABLES).resetBefore(TouchSchema.EMPTY, TouchedTopics.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final TouchedTopics topics = new TouchedTopics(database, recorder);
    private final ReactiveMapper mapper = topics.mapper();

    private Summary orphan() {
        Summary stored = mapper.get(Summary.class, 1L).block();
        recorder.clear();
        return new Summary(stored.id(), null, "orphan", null);
    }

    @Test
    void anUpsertThatPointsAtNothingTouchesTheFormerOwner() {
        mapper.upsert(orphan()).block();

        topics.check(1, "board 1", "topic 1 x1");
    }

    @Test
    void soDoUpsertAllAndUpdate() {
        mapper.upsertAll(Flux.just(orphan())).blockLast();
        topics.check(1, "board 1", "topic 1 x1");

        mapper.update(new Summary(1L, 2L, "moved", null)).block();
        mapper.update(orphan()).block();
        assertThat(topics.touched()).containsExactly("board 1", "board 2", "topic 1 x1", "topic 2 x2");
    }

    @Test
    void anUpsertOfANewRowThatPointsAtNothingTouchesNothing() {
        mapper.upsert(new Summary(9L, null, "new", null)).block();

        topics.check(1);
    }

    @Test
    void aReplacementFromAnotherParentTouchesEachOnce() {
        Topic second = mapper.get(Topic.class, 2L).block();
        mapper.related(second, Topic_.SUMMARY).create(Summary_.TEXT.set("goes")).block();
        Summary comes = mapper.get(Summary.class, 1L).block();

        mapper.related(second, Topic_.SUMMARY).replace(comes).block();

        assertThat(topics.touched()).containsExactly("board 1", "board 2", "topic 1 x1", "topic 2 x2");
    }

    @Test
    void aStatementWritesOneTime() {
        AtomicLong reading = new AtomicLong();
        ReactiveMapper ticking = ReactiveMapper.builder(database.pool())
                .clock(new Clock() {
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
                        return TouchedTopics.NOON.plusSeconds(reading.getAndIncrement());
                    }
                })
                .build();

        Topic stored = ticking.insert(Topic.of(3, "new")).block();
        assertThat(ticking.get(Board.class, 3).block().updatedAt()).isEqualTo(stored.updatedAt());

        Topic changed = ticking.update(stored.withTitle("x")).block();
        assertThat(changed.updatedAt()).isAfter(stored.updatedAt());
        assertThat(ticking.get(Board.class, 3).block().updatedAt()).isEqualTo(changed.updatedAt());

        Topic many =
                ticking.insertAll(Flux.just(Topic.of(4, "a"), Topic.of(4, "b"))).blockLast();
        assertThat(ticking.get(Board.class, 4).block().updatedAt()).isEqualTo(many.updatedAt());
    }
}
