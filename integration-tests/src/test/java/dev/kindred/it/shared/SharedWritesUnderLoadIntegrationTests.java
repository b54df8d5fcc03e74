package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.CheckViolationException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shared writes with many callers, cancels and errors. {@code kindred.test.shared} sets the number of writes. */
class SharedWritesUnderLoadIntegrationTests {

    private static final int WRITES = Integer.getInteger("kindred.test.shared", 3000);
    private static final int WRITERS = 64;
    private static final int KEYS = 200;
    private static final Duration HANGS = Duration.ofMinutes(2);

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    "create table slots (id bigint primary key, owner bigint not null unique,"
                            + " amount integer not null check (amount >= 0))",
                    "create table plain_slots (like slots including all)",
                    Counter.TABLE)
            .resetBefore("truncate slots, plain_slots", Counter.EMPTY, Counter.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();

    /** A row of the table that writes share. */
    @Table("slots")
    record Slot(@Id long id, long owner, int amount) {}

    /** A row of the table whose writes are sent alone. */
    @Table("plain_slots")
    record PlainSlot(@Id long id, long owner, int amount) {}

    /** A random write. Each key has one writer at a time, so its writes have an order. */
    private record Step(int kind, long id, int amount, int micros) {

        static Step of(Random random, long id) {
            return new Step(random.nextInt(8), id, random.nextInt(20) - 1, random.nextInt(2000));
        }

        /** A tenth of the writes have the owner of another row of the same writer, which the index refuses. */
        long owner() {
            return micros % 10 == 0 ? id - id % 2 : id;
        }

        boolean isCancelled() {
            return kind == 7;
        }
    }

    private static Mono<String> slot(ReactiveMapper mapper, Step step) {
        return outcome(
                switch (step.kind) {
                    case 0, 1, 2 ->
                        mapper.insert(new Slot(step.id, step.owner(), step.amount))
                                .map(Slot::toString);
                    case 3, 4, 5 ->
                        mapper.update(new Slot(step.id, step.id, step.amount)).map(Slot::toString);
                    case 6 -> mapper.delete(new Slot(step.id, 0, 0)).map(deleted -> "deleted " + deleted);
                    default -> mapper.update(new Slot(step.id, step.id, 7)).map(Slot::toString);
                });
    }

    private static Mono<String> plain(ReactiveMapper mapper, Step step) {
        return outcome(
                        switch (step.kind) {
                            case 0, 1, 2 ->
                                mapper.insert(new PlainSlot(step.id, step.owner(), step.amount))
                                        .map(PlainSlot::toString);
                            case 3, 4, 5 ->
                                mapper.update(new PlainSlot(step.id, step.id, step.amount))
                                        .map(PlainSlot::toString);
                            case 6 ->
                                mapper.delete(new PlainSlot(step.id, 0, 0)).map(deleted -> "deleted " + deleted);
                            default -> Mono.just("cancelled");
                        })
                .map(text -> text.replace("Plain", ""));
    }

    private static Mono<String> outcome(Mono<String> write) {
        return write.onErrorResume(
                error -> error instanceof UniqueViolationException
                        || error instanceof CheckViolationException
                        || error instanceof EntityNotFoundException,
                error -> Mono.just(error.getClass().getSimpleName()));
    }

    /** The owners of the rows of one writer are its own, so that no two writers affect each other. */
    @Test
    void randomWritesHaveTheSameOutcomesAndTables() {
        ReactiveMapper sharing = Writes.sharing(database.newPool(3), recorder);
        ReactiveMapper plain = ReactiveMapper.create(database.newPool(1));
        Random random = new Random(20);
        List<List<Step>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < WRITES / WRITERS; i++) {
                steps.add(Step.of(random, 1000L * (writer + 1) + random.nextInt(KEYS / WRITERS + 1)));
            }
            writers.add(steps);
        }

        List<List<String>> shared = Flux.fromIterable(writers)
                .flatMapSequential(
                        steps -> Flux.fromIterable(steps)
                                .filter(step -> !step.isCancelled())
                                .concatMap(step -> slot(sharing, step))
                                .collectList(),
                        WRITERS)
                .collectList()
                .block(HANGS);
        List<List<String>> alone = Flux.fromIterable(writers)
                .concatMap(steps -> Flux.fromIterable(steps)
                        .filter(step -> !step.isCancelled())
                        .concatMap(step -> plain(plain, step))
                        .collectList())
                .collectList()
                .block(HANGS);

        for (int i = 0; i < WRITERS; i++) {
            assertThat(shared.get(i)).containsExactlyElementsOf(alone.get(i));
        }
        assertThat(differences()).isZero();
        assertThat(recorder.executions()).anyMatch(execution -> execution.callers() > WRITERS / 4);
    }

    private static long differences() {
        return database.postgres()
                .queryLong("select count(*) from (select * from slots except all select * from plain_slots union all"
                        + " select * from plain_slots except all select * from slots) as different");
    }

    /** A cancelled update of the same values may or may not run, without an effect on the others. */
    @Test
    void cancelledWritesAffectNoOther() {
        ReactiveMapper sharing = Writes.sharing(database.newPool(3), recorder);
        Random random = new Random(21);
        Flux.range(0, WRITES)
                .flatMap(
                        i -> {
                            Step step = Step.of(random, i);
                            Mono<Slot> write = sharing.insert(new Slot(i, i, Math.max(0, step.amount)));
                            return step.kind < 2
                                    ? write.takeUntilOther(Mono.delay(Duration.ofNanos(step.micros * 1000L)))
                                            .then(Mono.<Boolean>empty())
                                    : write.map(stored -> stored.id() == i && stored.owner() == i);
                        },
                        WRITERS)
                .doOnNext(isOwn -> assertThat(isOwn).isTrue())
                .blockLast(HANGS);

        random.setSeed(21);
        long stay = 0;
        for (int i = 0; i < WRITES; i++) {
            stay += Step.of(random, i).kind < 2 ? 0 : 1;
        }
        assertThat(sharing.from(Slot.class).count().block()).isBetween(stay, (long) WRITES);
        assertThat(recorder.executions()).anyMatch(execution -> execution.callers() > 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aCancelAtAnyPointLetsTheOthersGoOn(int connections) {
        ReactiveMapper sharing = Writes.sharing(database.newPool(connections), recorder);
        Random random = new Random(connections);
        for (int round = 0; round < WRITES / 30; round++) {
            List<CompletableFuture<Counter>> stay = new ArrayList<>();
            List<Disposable> leave = new ArrayList<>();
            for (long id = 1; id <= 12; id++) {
                Mono<Counter> write = sharing.update(new Counter(1 + random.nextInt(20), round));
                if (random.nextBoolean()) {
                    stay.add(write.toFuture());
                } else {
                    leave.add(write.subscribe());
                }
            }
            LockSupport.parkNanos(random.nextInt(1_500_000));
            leave.forEach(Disposable::dispose);
            int expected = round;
            stay.forEach(write ->
                    assertThat(Mono.fromFuture(write).block(HANGS).amount()).isEqualTo(expected));
        }
        assertThat(sharing.update(new Counter(1, -1)).block(HANGS)).isEqualTo(new Counter(1, -1));
    }

    /** Two mappers write the same rows in different orders. */
    @Test
    void statementsOfTwoMappersThatWriteTheSameRowsEnd() {
        ReactiveMapper one = Writes.sharing(database.newPool(2), recorder);
        ReactiveMapper other = Writes.sharing(database.newPool(2), recorder);
        Random random = new Random(22);
        Long written = Flux.range(0, WRITES)
                .flatMap(i -> (i % 2 == 0 ? one : other).update(new Counter(1 + random.nextInt(20), i)), WRITERS)
                .count()
                .block(HANGS);

        assertThat(written).isEqualTo(WRITES);
    }
}
