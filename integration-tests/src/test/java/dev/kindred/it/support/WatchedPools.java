package dev.kindred.it.support;

import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pools that must be idle after a test. Safe for use by many threads. */
final class WatchedPools {

    private static final Duration DISPOSE_LIMIT = Duration.ofSeconds(5);

    private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();

    ConnectionPool add(ConnectionPool pool) {
        pools.add(pool);
        return pool;
    }

    void awaitIdle(Duration limit) {
        Await.await(limit, () -> pools.stream().allMatch(WatchedPools::isIdle), this::describeBusy);
    }

    void disposeAll() {
        Flux.fromIterable(pools)
                .flatMap(WatchedPools::dispose, Integer.MAX_VALUE)
                .blockLast();
        pools.clear();
    }

    /** A connection that cannot be closed is ignored here, because its session is terminated afterwards. */
    private static Mono<Void> dispose(ConnectionPool pool) {
        return pool.disposeLater().timeout(DISPOSE_LIMIT).onErrorComplete();
    }

    private static boolean isIdle(ConnectionPool pool) {
        return pool.getMetrics()
                .map(metrics -> metrics.acquiredSize() == 0 && (pool.isDisposed() || metrics.pendingAcquireSize() == 0))
                .orElse(true);
    }

    private String describeBusy() {
        return "Connections were not given back:"
                + pools.stream()
                        .filter(pool -> !isIdle(pool))
                        .flatMap(pool -> pool.getMetrics().stream())
                        .map(WatchedPools::describe)
                        .collect(Collectors.joining());
    }

    private static String describe(PoolMetrics metrics) {
        return "\n  a pool of at most " + metrics.getMaxAllocatedSize() + " has " + metrics.acquiredSize()
                + " acquired and " + metrics.pendingAcquireSize() + " awaited";
    }
}
