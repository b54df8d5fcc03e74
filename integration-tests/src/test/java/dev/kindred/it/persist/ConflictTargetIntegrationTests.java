package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class ConflictTargetIntegrationTests {

    private static final ConflictTarget<Reservation> SEAT =
            ConflictTarget.of(Reservation_.SEAT).where(Reservation_.STATE.ne("free"));

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Reservation.TABLE).resetBefore("truncate reservations restart identity");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private List<String> codes() {
        return database.postgres().query("select code::text as code from reservations order by id").stream()
                .map(row -> (String) row.get("code"))
                .toList();
    }

    @Test
    void aPartialIndexIsFoundByItsConditionHoweverOftenTheStatementRuns() {
        ConflictTarget<Reservation> open = ConflictTarget.of(Reservation_.STATE)
                .where(Reservation_.OPEN.eq(true).and(Reservation_.STATE.eq("open")));

        for (int i = 0; i < 12; i++) {
            mapper.upsert(Reservation.of(1, "code " + i).in("open"), open).block();
        }

        assertThat(codes()).containsExactly("code 11");
        assertThat(recorder.texts())
                .element(0)
                .asString()
                .contains("ON CONFLICT (\"state\") WHERE \"open\" = true AND \"state\" = 'open' DO UPDATE SET");
    }

    @Test
    void aConditionWithAValueThatIsNoConstantIsRefusedBeforeAnyStatement() {
        ConflictTarget<Reservation> target =
                ConflictTarget.of(Reservation_.SEAT).where(Reservation_.SEAT.in(1, 2));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.upsert(Reservation.of(1, "a"), target).block())
                .withMessageContaining("RawSql");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void oneRowIsInsertedUnlessAnyUniqueIndexHasIt() {
        Reservation first = mapper.insertIfAbsent(Reservation.of(1, "a")).block();

        assertThat(first.id()).isEqualTo(1);
        assertThat(mapper.insertIfAbsent(Reservation.of(2, "A")).blockOptional())
                .isEmpty();
        assertThat(mapper.insertIfAbsent(Reservation.of(1, "b")).blockOptional())
                .isEmpty();
        assertThat(codes()).containsExactly("a");
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void theViolationOfAnIndexThatIsNotTheTargetIsAnError() {
        mapper.insertIfAbsent(Reservation.of(1, "a"), SEAT).block();

        assertThat(mapper.insertIfAbsent(Reservation.of(1, "b"), SEAT).blockOptional())
                .isEmpty();
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() ->
                        mapper.insertIfAbsent(Reservation.of(2, "a"), SEAT).block())
                .withMessageContaining("reservations_code");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.insertIfAbsent(Reservation.of(2, "c"), Reservation_.ID)
                        .block())
                .withMessageContaining("Reservation.id");
    }

    @Test
    void ofManyRowsThoseThatAreNewAreStoredInTheirOrder() {
        mapper.insert(Reservation.of(1, "a")).block();
        recorder.clear();

        List<Reservation> stored = mapper.insertAllIfAbsent(Flux.just(
                        Reservation.of(2, "b"), Reservation.of(1, "c"), Reservation.of(3, "B"), Reservation.of(4, "d")))
                .collectList()
                .block();

        assertThat(stored).extracting(Reservation::code).containsExactly("b", "d");
        assertThat(codes()).containsExactly("a", "b", "d");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void entitiesThatLeaveOtherColumnsToTheDatabaseKeepTheirOrder() {
        List<Reservation> stored = mapper.insertAllIfAbsent(Flux.just(
                        Reservation.of(1, "a"),
                        Reservation.of(2, "b").in("shut"),
                        Reservation.of(2, "c"),
                        Reservation.of(1, "d").in("shut")))
                .collectList()
                .block();

        assertThat(stored).extracting(Reservation::code).containsExactly("a", "b");
        assertThat(recorder.count()).as("four inserts in a transaction").isEqualTo(6);
    }

    @Test
    void manyCallersStoreOneRow() {
        long stored = Flux.range(0, 64)
                .flatMap(i -> mapper.insertIfAbsent(Reservation.of(1, "a")), 64)
                .count()
                .block();

        assertThat(stored).isEqualTo(1);
        assertThat(codes()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralNullsThatTheIndexTakesForEqualTheLastOneCounts(boolean inTransaction) {
        Flux<Reservation> upserts = mapper.upsertAll(
                Flux.just(
                        Reservation.of(null, "a"),
                        Reservation.of(1, "b"),
                        Reservation.of(null, "c"),
                        Reservation.of(null, "d")),
                SEAT,
                ChunkOptions.defaults());

        List<Reservation> stored = inTransaction
                ? mapper.transactional(upserts).block()
                : upserts.collectList().block();

        assertThat(stored).extracting(Reservation::code).containsExactly("a", "b", "c", "d");
        assertThat(codes()).containsExactlyInAnyOrder("b", "d");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralTextsThatTheServerTakesForEqualTheLastOneCounts(boolean inTransaction) {
        Flux<Reservation> upserts = mapper.upsertAll(
                Flux.just(
                        Reservation.of(1, "a"), Reservation.of(2, "b"), Reservation.of(3, "A"), Reservation.of(4, "B")),
                ConflictTarget.of(Reservation_.CODE));

        List<Reservation> stored = inTransaction
                ? mapper.transactional(upserts).block()
                : upserts.collectList().block();

        assertThat(stored).extracting(Reservation::seat).containsExactly(1, 2, 3, 4);
        assertThat(database.postgres().query("select seat from reservations order by id"))
                .extracting(row -> row.get("seat"))
                .containsExactly(3, 4);
    }

    @Test
    void nullsThatDifferTakeOneStatementInATransaction() {
        List<Reservation> stored = mapper.upsertAll(
                        Flux.just(Reservation.of(1, null), Reservation.of(2, null), Reservation.of(3, null)),
                        ConflictTarget.of(Reservation_.CODE))
                .collectList()
                .block();

        assertThat(stored).hasSize(3);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aKeyThatTheDatabaseGeneratesIsAnErrorForManyRows() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.upsertAll(Flux.just(Reservation.of(1, "a"), Reservation.of(2, "b")))
                        .blockLast())
                .withMessageContaining("Reservation.id");

        assertThat(codes()).isEmpty();
    }

    @Test
    void nullsThatTheIndexTakesForDifferentAreInserted() {
        mapper.insert(Reservation.of(1, null)).block();

        mapper.upsertAll(Flux.just(Reservation.of(2, null)), ConflictTarget.of(Reservation_.CODE))
                .blockLast();

        assertThat(codes()).containsExactly(null, null);
    }
}
