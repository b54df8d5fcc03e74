package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.StatementRecorder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loaded entities with keys that the server rounds or normalizes when it stores them. */
class KeysTheServerChangesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create("""
            create table dials (
                id bigint primary key, instant timestamptz, local timestamp, time time, length interval, period \
            interval);
            create table ticks (
                id bigint primary key, instant timestamptz, local timestamp, time time, length interval, period \
            interval);
            create table samples (at timestamptz primary key, amount integer not null);
            """).resetBefore("truncate dials, ticks, samples");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    /** Has a relation for each type that the server rounds. */
    @Table("dials")
    public record Dial(
            @Id long id,
            @Nullable Instant instant,
            @Nullable LocalDateTime local,
            @Nullable LocalTime time,
            @Nullable Duration length,
            @Nullable Period period,

            @HasOne(localKey = "instant", foreignKey = "instant") @Nullable
            Mono<Tick> byInstant,

            @HasOne(localKey = "local", foreignKey = "local") @Nullable
            Mono<Tick> byLocal,

            @HasOne(localKey = "time", foreignKey = "time") @Nullable
            Mono<Tick> byTime,

            @HasOne(localKey = "length", foreignKey = "length") @Nullable
            Mono<Tick> byLength,

            @HasOne(localKey = "period", foreignKey = "period") @Nullable
            Mono<Tick> byPeriod) {}

    /** The child. */
    @Table("ticks")
    public record Tick(
            @Id long id,
            @Nullable Instant instant,
            @Nullable LocalDateTime local,
            @Nullable LocalTime time,
            @Nullable Duration length,
            @Nullable Period period) {}

    /** Has a key that is rounded. */
    @Table("samples")
    public record Sample(@Id Instant at, int amount) {}

    private static final List<dev.kindred.model.HasOneRelation<Dial, Tick>> RELATIONS = List.of(
            KeysTheServerChangesIntegrationTests_Dial_.BY_INSTANT,
            KeysTheServerChangesIntegrationTests_Dial_.BY_LOCAL,
            KeysTheServerChangesIntegrationTests_Dial_.BY_TIME,
            KeysTheServerChangesIntegrationTests_Dial_.BY_LENGTH,
            KeysTheServerChangesIntegrationTests_Dial_.BY_PERIOD);

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .operationListener(recorder)
                .build();
    }

    private static Dial dial(int nanos) {
        LocalDateTime local = LocalDateTime.of(2024, 2, 29, 11, 59, 59, nanos);
        return new Dial(
                1,
                local.toInstant(ZoneOffset.UTC),
                local,
                local.toLocalTime(),
                Duration.ofHours(30).plusSeconds(59).plusNanos(nanos).negated(),
                Period.of(1, 14, 40),
                null,
                null,
                null,
                null,
                null);
    }

    private static Tick tick(Dial like) {
        return new Tick(10, like.instant(), like.local(), like.time(), like.length(), like.period());
    }

    private static Stream<Mono<Tick>> handles(Dial dial) {
        return Stream.of(dial.byInstant(), dial.byLocal(), dial.byTime(), dial.byLength(), dial.byPeriod());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                499,
                500,
                501,
                1500,
                2500,
                123_456_499,
                123_456_501,
                123_456_789,
                123_455_500,
                123_456_500,
                999_999_999
            })
    void everyPathFindsTheRowThatWasStoredWithTheSameKey(int nanos) {
        Dial atHand = dial(nanos);
        mapper.insert(tick(atHand)).block();
        mapper.insert(atHand).block();

        for (dev.kindred.model.HasOneRelation<Dial, Tick> relation : RELATIONS) {
            Dial preloaded = mapper.preload(List.of(atHand), relation).single().block();
            assertThat(((Mono<?>) Nodes.of(relation).handle(preloaded))
                            .cast(Tick.class)
                            .block()
                            .id())
                    .isEqualTo(10);
            assertThat(mapper.aggregate(List.of(atHand), relation.count())
                            .single()
                            .map(row -> row.get(relation.count()))
                            .block())
                    .as("count of " + relation)
                    .isEqualTo(1);
            assertThat(mapper.related(atHand, relation).find().block().id()).isEqualTo(10);
        }
        Dial stored = mapper.get(Dial.class, 1L).block();
        assertThat(handles(stored).map(handle -> handle.block().id())).containsOnly(10L);
    }

    @Test
    void keysThatRoundToTheSameAreOneKey() {
        Dial first = dial(123_456_700);
        Dial second = dial(123_457_200);
        mapper.insert(tick(first)).block();
        recorder.clear();

        List<Long> counts = mapper.aggregate(
                        List.of(first, second), KeysTheServerChangesIntegrationTests_Dial_.BY_INSTANT.count())
                .map(KeysTheServerChangesIntegrationTests::count)
                .collectList()
                .block();

        assertThat(counts).containsExactly(1L, 1L);
        assertThat(recorder).executed(1);
    }

    private static long count(Aggregated<Dial> row) {
        return row.get(KeysTheServerChangesIntegrationTests_Dial_.BY_INSTANT.count());
    }

    @Test
    void anUpdateOfManyReturnsWhatIsStored() {
        Instant at = Instant.parse("2024-02-29T12:00:00.123456789Z");
        Instant stored = Instant.parse("2024-02-29T12:00:00.123457Z");
        mapper.insert(new Sample(at, 1)).block();

        assertThat(mapper.updateAll(Flux.just(new Sample(at, 2))).collectList().block())
                .containsExactly(new Sample(stored, 2));
        assertThat(mapper.update(new Sample(at, 2), new Sample(stored, 3)).block())
                .isEqualTo(new Sample(stored, 3));
        assertThat(mapper.upsertAll(Flux.just(new Sample(at, 4), new Sample(stored, 5)))
                        .collectList()
                        .block())
                .containsExactly(new Sample(stored, 4), new Sample(stored, 5));
        assertThat(mapper.deleteAll(Flux.just(new Sample(at, 5))).block()).isEqualTo(1);
    }
}
