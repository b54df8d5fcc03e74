package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import reactor.pool.PooledRefMetadata;

/**
 * Decides when a pooled connection has reached its lifetime. The lifetime varies by a tenth, so that connections opened
 * together are not closed together. Immutable and thread-safe.
 */
public final class ConnectionLifetime {

    private static final int STEPS = 21;

    private final Duration life;
    private final Duration idle;
    private volatile long renewed = Long.MIN_VALUE;

    /** Closes a connection after {@code life}, or after it was idle for {@code idle}. */
    public ConnectionLifetime(Duration life, Duration idle) {
        this.life = life;
        this.idle = idle;
    }

    /** Ends the lifetime of all open connections. Each is closed when it is next free. */
    void renew() {
        renewed = System.currentTimeMillis();
    }

    /** Returns whether a connection was opened before the last {@link #renew()}. */
    boolean isRenewed(PooledRefMetadata metadata) {
        return metadata.allocationTimestamp() <= renewed;
    }

    /** Returns whether {@code connection} must be closed. */
    public boolean isOver(Connection connection, PooledRefMetadata metadata) {
        int percent = 90 + Math.floorMod(System.identityHashCode(connection), STEPS);
        return isRenewed(metadata)
                || metadata.idleTime() >= idle.toMillis()
                || metadata.lifeTime() >= life.toMillis() / 100 * percent;
    }
}
