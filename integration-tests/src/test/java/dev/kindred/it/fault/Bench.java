package dev.kindred.it.fault;

import dev.kindred.error.MapperException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A mapper on a scripted driver, for one run with faults and one without. Confined to one thread. */
final class Bench implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    /** The source of the mapper's connections. */
    enum Setup {
        /** A user-supplied source, which distinguishes release from discard. */
        SOURCE,
        /** A factory that creates a new connection each time. */
        FACTORY,
        /** A pool of one connection. */
        POOL
    }

    /** The outcome of one run. */
    record Outcome(
            List<Script.Boundary> boundaries,
            List<String> violations,
            int values,
            @Nullable Throwable error,
            Duration took) {}

    private final VirtualTimeScheduler time;
    private final Dropped dropped;
    private final ScriptedDriver driver;
    private final @Nullable ScriptedSource source;
    private final @Nullable ConnectionPool pool;
    private final ReactiveMapper mapper;
    private long ended;

    /** From here on all schedulers use this bench's clock, without tasks of an earlier bench. */
    Bench(Setup setup, Dropped dropped) {
        this.time = VirtualTimeScheduler.set(VirtualTimeScheduler.create());
        TimeoutMono.useClock(time);
        this.dropped = dropped;
        this.driver = new ScriptedDriver(time);
        this.source = setup == Setup.SOURCE ? new ScriptedSource(driver) : null;
        this.pool = setup == Setup.POOL ? poolOfOne(driver) : null;
        this.mapper = (source != null
                        ? ReactiveMapper.builder(source)
                        : ReactiveMapper.builder(pool != null ? pool : driver))
                .siblingRows(1)
                .statementTimeout(Duration.ofSeconds(3))
                .transactionTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static ConnectionPool poolOfOne(ScriptedDriver driver) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(driver)
                .initialSize(0)
                .maxSize(1)
                .acquireRetry(0)
                .maxAcquireTime(Duration.ofSeconds(5))
                .maxCreateConnectionTime(Duration.ofSeconds(5))
                .maxValidationTime(Duration.ofSeconds(1))
                .build());
    }

    /** Runs {@code operation} with {@code faults} at the given boundaries, and waits until no task is left. */
    Outcome run(Operation operation, Map<Integer, Fault> faults) {
        dropped.forget();
        driver.forgetOutcomes();
        if (source != null) {
            source.startAfresh();
        }
        driver.answer(operation.rows().get());
        List<String> violations = new ArrayList<>();
        Probe probe = new Probe(() -> {
            if (!operation.readsAhead() && isLent()) {
                violations.add("a value came before the connection was given back");
            }
        });
        driver.script().start(faults, probe::cancel);
        long start = time.now(TimeUnit.MILLISECONDS);
        Flux.from(operation.work().apply(mapper))
                .cast(Object.class)
                .doOnTerminate(() -> ended = time.now(TimeUnit.MILLISECONDS))
                .subscribe(probe);
        time.advanceTimeBy(LONG_ENOUGH);
        driver.script().stop();
        violations.addAll(probe.violations());
        violations.addAll(driver.violations());
        violations.addAll(dropped.all());
        violations.addAll(leftovers(faults));
        violations.addAll(wrongErrors(probe));
        driver.violations().clear();
        return new Outcome(
                driver.script().boundaries(),
                violations,
                probe.values(),
                probe.error(),
                Duration.ofMillis(ended - start));
    }

    private boolean isLent() {
        return (source != null && source.isLent())
                || (pool != null && metrics(pool).acquiredSize() > 0)
                || (source == null
                        && pool == null
                        && driver.connections().stream().anyMatch(connection -> connection.closes() == 0));
    }

    private List<String> leftovers(Map<Integer, Fault> faults) {
        List<String> leftovers = new ArrayList<>();
        boolean returnBroken = driver.script().boundaries().size() > 0
                && faults.keySet().stream()
                        .anyMatch(i -> i < driver.script().boundaries().size()
                                && driver.script()
                                        .boundaries()
                                        .get(i)
                                        .name()
                                        .matches(".*(release|close|validation).*"));
        if (source != null) {
            leftovers.addAll(source.findings(returnBroken));
        } else if (pool != null) {
            PoolMetrics metrics = metrics(pool);
            if (metrics.acquiredSize() + metrics.pendingAcquireSize() > 0) {
                leftovers.add("the pool has " + metrics.acquiredSize() + " connections in use and "
                        + metrics.pendingAcquireSize() + " callers waiting");
            }
            driver.connections().stream()
                    .filter(connection -> connection.closes() == 0)
                    .forEach(connection -> leftovers.addAll(connection.stains()));
        } else {
            driver.connections().stream()
                    .filter(connection -> connection.closes() != 1 && !(returnBroken && connection.closes() > 0))
                    .forEach(connection -> leftovers.add(connection + " was closed " + connection.closes() + " times"));
        }
        return leftovers;
    }

    private List<String> wrongErrors(Probe probe) {
        List<String> wrong = new ArrayList<>();
        Throwable error = probe.error();
        boolean saidToBeUnknown = error instanceof TransactionOutcomeUnknownException;
        if (!probe.isCancelled() && saidToBeUnknown != driver.isCommitUnanswered()) {
            wrong.add("COMMIT is " + (driver.isCommitUnanswered() ? "" : "not ")
                    + "without an answer, but the error is " + error);
        }
        if (error != null && !(error instanceof MapperException)) {
            wrong.add("the error is not one of the mapper's: " + error);
        }
        return wrong;
    }

    private static PoolMetrics metrics(ConnectionPool pool) {
        return pool.getMetrics().orElseThrow();
    }

    List<String> sent() {
        return driver.sent();
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.disposeLater().subscribe();
            time.advanceTimeBy(LONG_ENOUGH);
        }
    }
}
