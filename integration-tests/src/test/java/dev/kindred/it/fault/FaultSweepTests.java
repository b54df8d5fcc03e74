package dev.kindred.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.fault.Bench.Outcome;
import dev.kindred.it.fault.Bench.Setup;
import dev.kindred.it.fault.Script.Boundary;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Runs each operation once for every driver signal and every fault at it. Then runs it for every pair of such a fault
 * and a later one. After each run:
 * <ul>
 * <li>Each connection was returned once, and clean, or was discarded.
 * <li>No statement was sent afterwards.
 * <li>The subscriber received one terminal signal.
 * <li>Only an unanswered COMMIT has an unknown outcome.
 * <li>Reactor dropped nothing.
 * <li>The next operation of the same mapper succeeds.
 * </ul>
 */
class FaultSweepTests {

    /** Increase this number when operations or boundaries are added. Never decrease it. */
    private static final int COMBINATIONS_AT_LEAST = 40_000;

    private static final int PAIRS_AT_LEAST = 26_000;

    private static final Set<Fault> FIRST = EnumSet.of(Fault.CANCEL, Fault.LOST, Fault.REFUSED, Fault.NEVER);
    private static final Set<Fault> SECOND = EnumSet.of(Fault.CANCEL, Fault.LOST, Fault.NEVER, Fault.THROWN);
    private static final AtomicInteger COMBINATIONS = new AtomicInteger();
    private static final AtomicInteger PAIRS = new AtomicInteger();

    private static Dropped dropped;

    @BeforeAll
    static void watchWhatIsDropped() {
        dropped = new Dropped();
    }

    @AfterAll
    static void countAndLetTheClockRun() {
        dropped.close();
        TimeoutMono.useClock(null);
        VirtualTimeScheduler.reset();
        System.out.println("Fault sweep: " + COMBINATIONS + " combinations, and " + PAIRS + " pairs of faults");
        assertThat(COMBINATIONS).hasValueGreaterThanOrEqualTo(COMBINATIONS_AT_LEAST);
        assertThat(PAIRS).hasValueGreaterThanOrEqualTo(PAIRS_AT_LEAST);
    }

    static Stream<Arguments> operations() {
        return Stream.of(Setup.values())
                .flatMap(setup -> Operations.all().map(operation -> Arguments.of(setup, operation)));
    }

    static Stream<Operation> deepOperations() {
        return Operations.all().filter(Operations::isSweptDeeply);
    }

    @ParameterizedTest(name = "{1} with a {0}")
    @MethodSource("operations")
    void anyFaultAtAnyBoundaryLeavesEverythingClean(Setup setup, Operation operation) {
        Outcome good = run(setup, operation, Map.of(), null);
        assertThat(good.violations()).isEmpty();
        assertThat(good.error()).isNull();

        List<String> findings = new ArrayList<>();
        for (int i = 0; i < good.boundaries().size(); i++) {
            Boundary boundary = good.boundaries().get(i);
            for (Fault fault : boundary.faults()) {
                if (canHappen(setup, boundary, fault)) {
                    COMBINATIONS.incrementAndGet();
                    Outcome outcome = run(setup, operation, Map.of(i, fault), good);
                    String where = fault + " at " + i + ", " + boundary.name() + ": ";
                    outcome.violations().forEach(violation -> findings.add(where + violation));
                }
            }
        }

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deepOperations")
    void aSecondFaultInWhatFollowsTheFirstLeavesEverythingClean(Operation operation) {
        Outcome good = run(Setup.SOURCE, operation, Map.of(), null);

        List<String> findings = new ArrayList<>();
        for (int i = 0; i < good.boundaries().size(); i++) {
            Boundary boundary = good.boundaries().get(i);
            for (Fault fault : FIRST) {
                if (boundary.faults().contains(fault) && canHappen(Setup.SOURCE, boundary, fault)) {
                    findings.addAll(pairs(operation, i, fault));
                }
            }
        }

        assertThat(findings).isEmpty();
    }

    private static List<String> pairs(Operation operation, int i, Fault first) {
        List<Boundary> boundaries =
                run(Setup.SOURCE, operation, Map.of(i, first), null).boundaries();
        List<String> findings = new ArrayList<>();
        for (int j = i + 1; j < boundaries.size(); j++) {
            Boundary boundary = boundaries.get(j);
            for (Fault second : SECOND) {
                if (boundary.faults().contains(second)
                        && canHappen(Setup.SOURCE, boundary, second)
                        && !(first.cancels() && second.cancels())) {
                    PAIRS.incrementAndGet();
                    Outcome outcome = run(Setup.SOURCE, operation, Map.of(i, first, j, second), null);
                    String where = first + " at " + i + ", " + boundaries.get(i).name() + ", then " + second + " at "
                            + j + ", " + boundary.name() + ": ";
                    outcome.violations().forEach(violation -> findings.add(where + violation));
                }
            }
        }
        return findings;
    }

    /** Runs {@code operation} with {@code faults}. The run without faults is compared if it is known. */
    private static Outcome run(Setup setup, Operation operation, Map<Integer, Fault> faults, Outcome good) {
        try (Bench bench = new Bench(setup, dropped)) {
            Outcome outcome = bench.run(operation, faults);
            if (good != null && setup != Setup.FACTORY) {
                Outcome next = bench.run(operation, Map.of());
                next.violations().forEach(violation -> outcome.violations().add("the next caller: " + violation));
                if (next.values() != good.values() || next.error() != null) {
                    outcome.violations().add("the next caller got " + next.values() + " values and " + next.error());
                }
            }
            return outcome;
        }
    }

    /**
     * Excludes impossible faults: a source always answers, a pool waits for a factory that completes without a
     * connection, and a count always has a row.
     */
    private static boolean canHappen(Setup setup, Boundary boundary, Fault fault) {
        boolean connection = boundary.name().equals("connection");
        boolean scalar =
                boundary.name().contains("SELECT count") || boundary.name().contains("SELECT EXISTS");
        return switch (fault) {
            case EMPTY -> !scalar && !(connection && setup == Setup.POOL);
            case NEVER -> !(connection && setup == Setup.SOURCE);
            default -> true;
        };
    }
}
