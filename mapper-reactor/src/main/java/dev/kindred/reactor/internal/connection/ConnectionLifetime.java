package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import reactor.pool.PooledRefMetadata;

/**
 * When a pooled connection has lived long enough: after its time, give or take a tenth, so that connections made together do not go
 * together. Immutable and thread-safe.
 */
public final class ConnectionLifetime {

    private static final int STEPS = 21;

    private final Duration life;
    private final Duration idle;
    private volatile long renewed = Long.MIN_VALUE;

    /** Lets a connection live for {@code life}, and be idle for {@code idle}. */
    public ConnectionLifetime(Duration life, Duration idle) {
        this.life = life;
        this.idle = idle;
    }

    /** Ends the time of all connections that there are, each when it is next free. */
    void renew() {
        renewed = System.currentTimeMillis();
    }

    /** Tells whether a connection was made before the last {@link #renew()}. */
    boolean isRenewed(PooledRefMetadata metadata) {
        return metadata.allocationTimestamp() <= renewed;
    }

    /** Tells whether {@code connection} is to be closed. */
    public boolean isOver(Connection connection, PooledRefMetadata metadata) {
        int percent = 90 + Math.floorMod(System.identityHashCode(connection), STEPS);
        return isRenewed(metadata)
                || metadata.idleTime() >= idle.toMillis()
                || metadata.lifeTime() >= life.toMillis() / 100 * percent;
    }
}
