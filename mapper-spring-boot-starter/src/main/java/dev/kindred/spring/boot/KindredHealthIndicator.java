package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Runs {@code SELECT 1} with a time limit, and shows the state of the connection pool. */
final class KindredHealthIndicator implements ReactiveHealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Mono<Long> check;
    private final @Nullable ConnectionPool pool;

    KindredHealthIndicator(ReactiveMapper mapper, ConnectionFactory factory) {
        this.check = mapper.sql("select 1 as one")
                .map(row -> row.get("one", Integer.class))
                .all()
                .count();
        this.pool = poolOrNull(factory);
    }

    /** One statement. An error or an exceeded time limit is {@code DOWN}. */
    @Override
    public Mono<Health> health() {
        return check.timeout(LIMIT)
                .map(rows -> Health.up())
                .onErrorResume(error -> Mono.just(down(error)))
                .map(health -> health.withDetails(details()).build());
    }

    private static Health.Builder down(Throwable error) {
        return error instanceof TimeoutException
                ? Health.down().withDetail("error", "No answer within " + LIMIT.toSeconds() + " seconds")
                : Health.down(error);
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("database", "PostgreSQL");
        if (pool != null) {
            pool.getMetrics().ifPresent(metrics -> details.put("pool", state(metrics)));
        }
        return details;
    }

    private static Map<String, Integer> state(PoolMetrics metrics) {
        Map<String, Integer> state = new LinkedHashMap<>();
        state.put("acquired", metrics.acquiredSize());
        state.put("idle", metrics.idleSize());
        state.put("pending", metrics.pendingAcquireSize());
        state.put("max", metrics.getMaxAllocatedSize());
        return state;
    }

    private static @Nullable ConnectionPool poolOrNull(ConnectionFactory factory) {
        if (factory instanceof ConnectionPool pool) {
            return pool;
        }
        return factory instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof ConnectionFactory inner
                ? poolOrNull(inner)
                : null;
    }
}
