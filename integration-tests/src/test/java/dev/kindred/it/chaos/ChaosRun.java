package dev.kindred.it.chaos;

import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run: callers, faults, and the judgement of what is stored. Confined to one thread. */
final class ChaosRun {

    /** No call of the library waits for longer; see the time limits of {@link KindredWorkload}. */
    private static final long DEADLINE_MILLIS = 15_000;

    private static final Duration LAST_FAULT = Duration.ofMinutes(2);
    private static final int WARM = 100;
    private static final int SHOWN = 3;
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(10);

    private final ChaosServer server;
    private final Workload workload;
    private final long seed;
    private final Recovery recovery = new Recovery();
    private final Errors errors = new Errors();
    private final Ledger ledger = new Ledger(errors, recovery::acknowledged);
    private final List<String> slow = new CopyOnWriteArrayList<>();
    private final Callers callers;

    /** Only the thread of the faults uses it. */
    private int slowRecoveries;

    ChaosRun(ChaosServer server, Workload workload, int operations, long seed) {
        this.server = server;
        this.workload = workload;
        this.seed = seed;
        this.callers = new Callers(workload.kinds(), ledger, errors, seed, operations);
    }

    /**
     * Runs all operations and judges them.
     *
     * @param limit when to give up and count the running calls as stuck
     */
    Report run(Duration limit) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Storm storm = new Storm(server, recovery, new SplittableRandom(seed), this::isWarm, this::slow);
        Thread faults = new Thread(storm, "chaos-faults");
        CountDownLatch done = new CountDownLatch(1);
        var subscription = callers.run().doFinally(signal -> done.countDown()).subscribe();
        faults.start();
        List<String> notes = new ArrayList<>();
        int hanging = 0;
        if (!isDone(done, limit)) {
            notes.addAll(Dump.of(ledger));
            hanging = ledger.pending().size();
        }
        storm.stop();
        faults.join(LAST_FAULT.toMillis());
        subscription.dispose();
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        int leaked = leaked(notes);
        Verdict verdict = judge();
        notes.addAll(slow);
        notes.addAll(verdict.findings());
        notes.addAll(explained(storm, time));
        return new Report(
                callers.begun(),
                storm.faults().values().stream().mapToInt(count -> count).sum(),
                verdict.lost(),
                verdict.duplicated(),
                verdict.torn() + ledger.tornReads(),
                leaked,
                Math.max(ledger.stuck(), hanging),
                ledger.count(Outcome.UNKNOWN),
                recovery.median(),
                recovery.greatest(),
                errors.undocumented().size(),
                notes);
    }

    private boolean isWarm() {
        return ledger.count(Outcome.ACKNOWLEDGED) >= WARM;
    }

    /** Keeps what runs when no write succeeds for some time after a fault. */
    private void slow() {
        if (++slowRecoveries > SHOWN) {
            return;
        }
        slow.add("a slow recovery");
        slow.addAll(ledger.pending());
        workload.pool()
                .getMetrics()
                .ifPresent(pool -> slow.add("acquired=" + pool.acquiredSize() + " idle=" + pool.idleSize()
                        + " allocated=" + pool.allocatedSize() + " pending=" + pool.pendingAcquireSize()));
        try {
            slow.addAll(server.sessions());
        } catch (SQLException e) {
            slow.add("sessions: " + e.getMessage());
        }
    }

    private boolean isDone(CountDownLatch done, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.await(500, TimeUnit.MILLISECONDS)) {
            ledger.findStuck(DEADLINE_MILLIS);
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of connections that the pool does not get back, and of sessions that do not end. */
    private int leaked(List<String> notes) {
        server.proxy().heal();
        ConnectionPool pool = workload.pool();
        try {
            Await.await(QUIET_LIMIT, () -> leaks(pool) == 0, () -> "leaked");
            return 0;
        } catch (AssertionError e) {
            PoolMetrics metrics = pool.getMetrics().orElseThrow();
            notes.add("leaked: acquired=" + metrics.acquiredSize() + " pending=" + metrics.pendingAcquireSize()
                    + " allocated=" + metrics.allocatedSize() + " sessions=" + sessions("true") + " busy="
                    + sessions("state <> 'idle'"));
            return leaks(pool);
        }
    }

    private int leaks(ConnectionPool pool) {
        PoolMetrics metrics = pool.getMetrics().orElseThrow();
        return metrics.acquiredSize()
                + metrics.pendingAcquireSize()
                + sessions("state <> 'idle'")
                + Math.max(0, sessions("true") - metrics.allocatedSize());
    }

    private int sessions(String condition) {
        try {
            return server.backends(condition).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verdict judge() throws SQLException {
        try (Connection connection = server.connect()) {
            return Oracle.judge(ledger.calls(), StoredRows.read(connection));
        }
    }

    private List<String> explained(Storm storm, Duration time) {
        return List.of(
                "seed=" + seed + " seconds=" + time.toSeconds() + " acknowledged="
                        + ledger.count(Outcome.ACKNOWLEDGED) + " refused=" + ledger.count(Outcome.REFUSED) + " writes="
                        + ledger.calls().size(),
                "faults " + storm.faults(),
                "greatest recovery in ms " + recovery.greatestOfEach(),
                "errors " + errors.counts(),
                "undocumented errors " + errors.undocumented(),
                "writes " + kinds());
    }

    private Map<String, Integer> kinds() {
        Map<String, Integer> acknowledged = new TreeMap<>();
        for (Call call : ledger.calls()) {
            if (call.outcome() == Outcome.ACKNOWLEDGED) {
                acknowledged.merge(call.kind(), 1, Integer::sum);
            }
        }
        return acknowledged;
    }
}
