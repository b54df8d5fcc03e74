package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MapperException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.TransactionBridge;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.util.context.ContextView;

/**
 * The connections of callers that share statements. They are those of a pool of this library: any other source may
 * choose a connection by the Context of the subscriber. Immutable and thread-safe.
 */
public final class SharedPool {

    private final BoundedConnectionPool pool;
    private final TransactionBridge bridge;

    SharedPool(BoundedConnectionPool pool, TransactionBridge bridge) {
        this.pool = pool;
        this.bridge = bridge;
    }

    /** Returns the connections of {@code source}, or null if it is not a pool of this library. */
    public static @Nullable SharedPool ofOrNull(ConnectionSource source) {
        return source instanceof FactoryConnectionSource pooled ? pooled.sharedOrNull() : null;
    }

    /** Returns whether a subscriber with {@code context} is in no transaction of a framework and reads the primary. */
    public boolean isOutside(ContextView context) {
        return bridge.isOutside(context) && !ReadRouting.isRouted(context);
    }

    /** Returns the size of the pool. */
    public int size() {
        return pool.getMetrics().orElseThrow().getMaxAllocatedSize();
    }

    /** Returns the time of {@link #at} at which a caller that begins to wait now has waited for the acquire timeout. */
    public long deadline() {
        return TimeoutMono.now() + limit().toNanos();
    }

    /** Returns whether {@code deadline} is over. */
    public boolean isOver(long deadline) {
        return deadline - TimeoutMono.now() <= 0;
    }

    /** Calls {@code expired} at {@code deadline}, unless the result is disposed before. */
    public Disposable at(long deadline, Runnable expired) {
        return TimeoutMono.after(Duration.ofNanos(Math.max(0, deadline - TimeoutMono.now())), expired);
    }

    private Duration limit() {
        return pool.times().acquire();
    }

    /** Returns the error of a caller that has waited for the acquire timeout. */
    public MapperException expired() {
        return pool.getMetrics().orElseThrow().acquiredSize() >= size()
                ? PoolErrors.expired(pool)
                : new PoolTimeoutException("The operation waited for " + limit()
                        + ", the acquire timeout of the pool, because the shared statements before it did not end. Look"
                        + " for a lock on the table or for a slow statement.");
    }
}
