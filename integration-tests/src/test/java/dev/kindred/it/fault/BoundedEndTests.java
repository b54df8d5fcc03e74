package dev.kindred.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.User;
import dev.kindred.it.fault.Bench.Outcome;
import dev.kindred.it.fault.Bench.Setup;
import dev.kindred.it.fault.Script.Boundary;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Every way to end a transaction has a timeout, measured with a manual clock. The statement timeout is 3 seconds, the
 * transaction timeout 20.
 */
class BoundedEndTests {

    private static final Operation SAVEPOINT = Operation.of(
            "savepoint",
            mapper -> mapper.insert(User.of("new"))
                    .then(mapper.insert(User.of("nested")).as(mapper::transactional))
                    .as(mapper::transactional));

    private static Dropped dropped;

    @BeforeAll
    static void watchWhatIsDropped() {
        dropped = new Dropped();
    }

    @AfterAll
    static void letTheClockRun() {
        dropped.close();
        TimeoutMono.useClock(null);
        VirtualTimeScheduler.reset();
    }

    private static Outcome run(Operation operation, Map<Integer, Fault> faults) {
        try (Bench bench = new Bench(Setup.POOL, dropped)) {
            Outcome outcome = bench.run(operation, faults);
            assertThat(outcome.violations()).isEmpty();
            return outcome;
        }
    }

    private static int boundaryOf(Operation operation, String name) {
        List<Boundary> boundaries = run(operation, Map.of()).boundaries();
        return IntStream.range(0, boundaries.size())
                .filter(i -> boundaries.get(i).name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCallbackThatNeverEndsIsCancelledWhenItsTimeIsOver() {
        Operation operation = Operation.of(
                "callback",
                mapper -> mapper.insert(User.of("new"))
                        .delayUntil(user ->
                                mapper.currentTransaction().doOnNext(current -> current.afterCommit(Mono.never())))
                        .as(mapper::transactional));

        Outcome outcome = run(operation, Map.of());

        assertThat(outcome.error())
                .isInstanceOf(AfterCommitException.class)
                .hasCauseInstanceOf(TransactionException.class);
        assertThat(outcome.took()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }

    @Test
    void aCallbackMayFailWithTheErrorOfTheTransaction() {
        TransactionException failure = new TransactionException("no", null);
        Operation operation = Operation.of(
                "callback",
                mapper -> mapper.insert(User.of("new"))
                        .delayUntil(user -> mapper.currentTransaction()
                                .doOnNext(current -> current.afterRollback(Mono.error(failure))))
                        .then(Mono.error(failure))
                        .as(mapper::transactional));

        assertThat(run(operation, Map.of()).error()).isSameAs(failure);
    }

    // Neither the savepoint nor the transaction waits for an unresponsive connection longer than the statement timeout.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "result of BEGIN",
                "result of SAVEPOINT",
                "row of INSERT",
                "result of INSERT",
                "result of RELEASE SAVEPOINT"
            })
    void aStatementWithoutAnAnswerIsWaitedForOnce(String boundary) {
        Outcome outcome = run(SAVEPOINT, Map.of(boundaryOf(SAVEPOINT, boundary), Fault.NEVER));

        assertThat(outcome.error()).isInstanceOf(StatementTimeoutException.class);
        assertThat(outcome.took()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void aConnectionThatIsNotTakenBackIsGivenUpSoon() {
        Operation find = Operation.of("find", mapper -> mapper.find(User.class, 1L));

        Outcome outcome = run(find, Map.of(run(find, Map.of()).boundaries().size() - 1, Fault.NEVER));

        assertThat(outcome.values()).isEqualTo(1);
        assertThat(outcome.took()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }
}
