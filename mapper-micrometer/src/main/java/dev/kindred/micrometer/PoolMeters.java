package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/**
 * The meters of one connection pool, with the tag {@code name}. Thread-safe.
 * <pre>{@code
 * PoolMeters meters = new PoolMeters("main", registry);
 * ConnectionPool pool = meters.gauges(Connections.builder(url).onAcquire(meters).build());
 * }</pre>
 *
 * <ul>
 *   <li>The gauges {@code kindred.pool.acquired}, {@code kindred.pool.idle}, {@code kindred.pool.allocated},
 *       {@code kindred.pool.pending} and {@code kindred.pool.max}.
 *   <li>The timer {@code kindred.pool.acquire}: how long callers waited for a connection, with the tag
 *       {@code outcome}. Only for a pool with this as its listener.
 * </ul>
 */
public final class PoolMeters implements BiConsumer<Duration, Outcome> {

    private final MeterRegistry registry;
    private final Tags tags;

    /** Creates the meters of the pool {@code name} in {@code registry}. */
    public PoolMeters(String name, MeterRegistry registry) {
        this.tags = Tags.of("name", Objects.requireNonNull(name, "name must not be null"));
        this.registry = Objects.requireNonNull(registry, "registry must not be null");
    }

    /**
     * Registers the gauges of {@code pool}, which may be any pool of r2dbc-pool. The registry does not keep the pool
     * alive.
     *
     * @return {@code pool}
     */
    public ConnectionPool gauges(ConnectionPool pool) {
        Objects.requireNonNull(pool, "pool must not be null");
        gauge(pool, "acquired", "Connections in use", PoolMetrics::acquiredSize);
        gauge(pool, "idle", "Open connections that are not in use", PoolMetrics::idleSize);
        gauge(pool, "allocated", "Open connections", PoolMetrics::allocatedSize);
        gauge(pool, "pending", "Callers that wait for a connection", PoolMetrics::pendingAcquireSize);
        gauge(pool, "max", "The maximum number of open connections", PoolMetrics::getMaxAllocatedSize);
        return pool;
    }

    private void gauge(ConnectionPool pool, String name, String description, ToIntFunction<PoolMetrics> value) {
        Gauge.builder(
                        "kindred.pool." + name,
                        pool,
                        counted -> counted.getMetrics()
                                .map(metrics -> (double) value.applyAsInt(metrics))
                                .orElse(Double.NaN))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** Records that a caller waited {@code time} for a connection. */
    @Override
    public void accept(Duration time, Outcome outcome) {
        registry.timer(
                        "kindred.pool.acquire",
                        tags.and(Tag.of("outcome", outcome.name().toLowerCase(Locale.ROOT))))
                .record(time);
    }
}
