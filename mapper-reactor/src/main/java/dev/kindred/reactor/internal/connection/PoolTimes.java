package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The timeouts of a pool, and how often it checks idle connections. Immutable and thread-safe.
 *
 * @param connect the limit for opening a connection
 * @param acquire the limit for acquiring a connection
 * @param eviction the interval of the checks of idle connections
 * @param listener receives how long each caller waited, or null
 */
public record PoolTimes(
        Duration connect,
        Duration acquire,
        Duration eviction,
        @Nullable BiConsumer<Duration, Outcome> listener) {

    /** Creates the timeouts of a pool without a listener. */
    public PoolTimes(Duration connect, Duration acquire, Duration eviction) {
        this(connect, acquire, eviction, null);
    }
}
