package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.BoundedConnectionPool;
import dev.kindred.reactor.internal.connection.ConnectErrors;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.LogPositions;
import dev.kindred.reactor.internal.connection.StatementObserver;
import dev.kindred.reactor.internal.replica.ReplicaRouting;
import dev.kindred.reactor.internal.replica.ReplicaSettings;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;

/**
 * The streaming replicas of a mapper, see {@link ReactiveMapperBuilder#replicas}. Immutable and thread-safe. Each step
 * returns new settings.
 */
public final class Replicas {

    private final ReplicaSettings settings;

    private Replicas(ReplicaSettings settings) {
        this.settings = settings;
    }

    /**
     * Uses a pool of {@link Connections} for each replica. Close the pools yourself.
     *
     * @throws IllegalArgumentException without a pool, or for another pool
     */
    public static Replicas of(ConnectionPool... pools) {
        List<ConnectionPool> all = List.of(Checks.notNull(pools, "pools"));
        Checks.argument(!all.isEmpty(), "replicas need at least one pool");
        Checks.argument(
                all.stream().allMatch(BoundedConnectionPool.class::isInstance),
                "the pools of replicas must be those of Connections");
        return new Replicas(
                new ReplicaSettings(all, Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ZERO, false));
    }

    /**
     * Uses no replica that lags more than {@code lag}; 5 seconds by default. The lag is the time since the primary was
     * at a position that the replica has replayed. It is known to within {@link #pollEvery}.
     */
    public Replicas maxLag(Duration lag) {
        return new Replicas(new ReplicaSettings(
                settings.pools(),
                Checks.positive(lag, "lag"),
                settings.interval(),
                settings.waitAtMost(),
                settings.failsWithout()));
    }

    /**
     * Asks each server for its position at most once for each {@code interval}, by one statement before a read; 200
     * milliseconds by default. Without reads of replicas nothing is asked.
     */
    public Replicas pollEvery(Duration interval) {
        return new Replicas(new ReplicaSettings(
                settings.pools(),
                settings.maxLag(),
                Checks.positive(interval, "interval"),
                settings.waitAtMost(),
                settings.failsWithout()));
    }

    /**
     * Lets a read wait at most {@code duration} for a replica that is fresh enough. By default it does not wait, and
     * uses the primary.
     */
    public Replicas waitAtMost(Duration duration) {
        return new Replicas(new ReplicaSettings(
                settings.pools(),
                settings.maxLag(),
                settings.interval(),
                Checks.positive(duration, "duration"),
                settings.failsWithout()));
    }

    /**
     * Makes it a {@link dev.kindred.error.ConnectionException} that no replica is fresh enough, for a primary that must
     * not serve such reads. By default they use the primary.
     */
    public Replicas failWithout() {
        return new Replicas(new ReplicaSettings(
                settings.pools(), settings.maxLag(), settings.interval(), settings.waitAtMost(), true));
    }

    /** Returns {@code source}, whose reads may use these replicas. */
    ConnectionSource behind(ConnectionSource source, ConnectErrors errors, StatementObserver observer) {
        if (source instanceof FactoryConnectionSource primary) {
            return primary.routed(new ReplicaRouting(settings, errors, new LogPositions(observer)));
        }
        throw new IllegalArgumentException(
                "replicas need a mapper on a ConnectionFactory: a ConnectionSource chooses the server itself");
    }
}
