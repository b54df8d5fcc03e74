package dev.kindred.it.support;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a {@link DatabaseExtension} while its class runs. Safe for use by many threads, if the tests of one
 * class do not run concurrently.
 */
final class TestDatabase implements AutoCloseable {

    private static final Duration QUIET_LIMIT = Duration.ofSeconds(5);

    /** As many as the largest number of connections that one test uses at the same time. */
    private static final int SESSIONS = 40;

    private static volatile boolean brokenByLastClass;

    private final Class<?> testClass;
    private final PostgresDatabase postgres = PostgresServer.shared().createDatabase();
    private final WatchedPools poolsOfClass = new WatchedPools();
    private final WatchedPools poolsOfTest = new WatchedPools();
    private @Nullable ConnectionPool mainPool;
    private @Nullable PgBouncer pooler;
    private boolean inTest;
    private boolean droppedErrorsExpected;
    private boolean brokenSocketsExpected = brokenByLastClass;
    private boolean shownValuesExpected;

    /** A broken connection may drop its error after the end of its test. */
    private boolean socketsBrokenBefore;

    TestDatabase(Class<?> testClass) {
        this.testClass = testClass;
    }

    /** Returns the PgBouncer in front of the database, which starts with its first user. */
    synchronized PgBouncer pooler() {
        PgBouncer running = pooler;
        if (running == null) {
            running = PgBouncer.tracksStatements()
                    ? PgBouncer.startTracking(postgres, SESSIONS)
                    : PgBouncer.start(postgres, SESSIONS, "extra_float_digits");
            pooler = running;
        }
        return running;
    }

    PostgresDatabase postgres() {
        return postgres;
    }

    synchronized @Nullable ConnectionPool mainPool() {
        return mainPool;
    }

    synchronized ConnectionPool mainPool(ConnectionPool pool) {
        PoolUsers.add(testClass);
        mainPool = poolsOfClass.add(pool);
        return pool;
    }

    synchronized ConnectionPool watch(ConnectionPool pool) {
        return (inTest ? poolsOfTest : poolsOfClass).add(pool);
    }

    synchronized void expectDroppedErrors() {
        droppedErrorsExpected = true;
    }

    synchronized void expectBrokenSockets() {
        brokenSocketsExpected = true;
    }

    synchronized void expectShownValues() {
        shownValuesExpected = true;
    }

    /** From here on new pools live until the end of the test. Can be called twice for one test. */
    synchronized void testBegins() {
        if (!inTest) {
            socketsBrokenBefore = brokenSocketsExpected || droppedErrorsExpected;
            if (droppedErrorsExpected) {
                DroppedErrors.startAfresh();
            }
            droppedErrorsExpected = false;
            brokenSocketsExpected = false;
            shownValuesExpected = false;
        }
        inTest = true;
    }

    /**
     * Checks that the test left no resources behind. Otherwise releases them, so that they do not affect the next test.
     *
     * @throws AssertionError with all findings
     */
    synchronized void testEnds() {
        inTest = false;
        try {
            throwIfAny(findings());
        } catch (AssertionError e) {
            disposePools();
            postgres.terminateSessions();
            throw e;
        } finally {
            poolsOfTest.disposeAll();
        }
    }

    @Override
    public synchronized void close() {
        disposePools();
        if (pooler != null) {
            pooler.close();
        }
        postgres.close();
        brokenByLastClass = brokenSocketsExpected || droppedErrorsExpected;
    }

    private void disposePools() {
        poolsOfTest.disposeAll();
        poolsOfClass.disposeAll();
        mainPool = null;
    }

    private List<AssertionError> findings() {
        List<AssertionError> findings = new ArrayList<>();
        collect(findings, () -> poolsOfClass.awaitIdle(QUIET_LIMIT));
        collect(findings, () -> poolsOfTest.awaitIdle(QUIET_LIMIT));
        collect(findings, () -> postgres.awaitQuiet(QUIET_LIMIT));
        List<Throwable> dropped = DroppedErrors.take().stream()
                .filter(error -> !areSocketsBroken() || !isOfSocket(error))
                .toList();
        if (!droppedErrorsExpected) {
            collect(findings, () -> throwIfAny("Reactor dropped errors", dropped));
        }
        List<AssertionError> leaks = Leaks.takeFindings();
        if (!shownValuesExpected) {
            findings.addAll(leaks);
        }
        collect(findings, () -> throwIfAny("Event loops were blocked", BlockingCallGuard.takeViolations()));
        return findings;
    }

    private boolean areSocketsBroken() {
        return brokenSocketsExpected || socketsBrokenBefore || DroppedErrors.areSocketsBroken();
    }

    private static boolean isOfSocket(Throwable error) {
        return error instanceof IOException || (error.getCause() != null && isOfSocket(error.getCause()));
    }

    private static void collect(List<AssertionError> findings, Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            findings.add(e);
        }
    }

    private static void throwIfAny(List<AssertionError> findings) {
        if (!findings.isEmpty()) {
            AssertionError first = findings.get(0);
            findings.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void throwIfAny(String what, List<? extends Throwable> causes) {
        if (!causes.isEmpty()) {
            AssertionError failure = new AssertionError(what + ": " + causes);
            causes.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
