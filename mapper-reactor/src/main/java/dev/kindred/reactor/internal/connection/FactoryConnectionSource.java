package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MapperException;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;

/** Connections of a {@link ConnectionFactory}, pooled or not. Thread-safe. */
public final class FactoryConnectionSource implements ConnectionSource {

    private static final int RETRIES_BESIDE = 10;
    /** For factories that have no limit of their own, or a shorter one. */
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(30);

    /** A pool bounds the wait by itself. */
    private static final Duration NO_LIMIT = Duration.ofDays(1000);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final ConnectionFactory factory;
    private final ConnectErrors errors;
    private final Mono<Connection> acquire;
    private final @Nullable Lazy<BesidePool> besidePool;

    /** Takes connections from {@code factory}. */
    public FactoryConnectionSource(ConnectionFactory factory, ConnectErrors errors) {
        this.factory = factory;
        this.errors = errors;
        this.acquire = alive(created(factory), poolSize(factory) + 1);
        this.besidePool = factory instanceof ConnectionPool pool ? new Lazy<>(() -> new BesidePool(pool)) : null;
    }

    /** Returns what is known of the connections of {@code source} when they come from a pool of this library, else null. */
    public static @Nullable PoolTraits traitsOrNull(ConnectionSource source) {
        return source instanceof FactoryConnectionSource pooled && pooled.factory instanceof BoundedConnectionPool pool
                ? pool.traits()
                : null;
    }

    @Override
    public Mono<Connection> acquire() {
        return acquire;
    }

    @Override
    public Mono<Connection> acquireBeside() {
        return besidePool == null
                ? acquire
                : alive(Mono.defer(() -> besidePool.get().acquire()), RETRIES_BESIDE);
    }

    @Override
    public int capacity() {
        int size = poolSize(factory);
        return size == 0 ? ConnectionSource.super.capacity() : size;
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    /**
     * A pool has no way to be told that a connection is bad. It checks, though, whether the driver's connection is open when a pooled
     * one is given back, so that one is closed first.
     */
    @Override
    public Mono<Void> discard(Connection connection) {
        return Mono.defer(() -> {
            Connection driver = DriverConnection.of(connection);
            Mono<Void> closed = Bounded.within(
                            CLOSE_TIMEOUT,
                            Mono.<Void>defer(() -> Mono.from(driver.close())),
                            () -> new TimeoutException("Closing a connection took too long"))
                    .onErrorComplete();
            return driver == connection
                    ? closed
                    : closed.then(release(connection).onErrorComplete());
        });
    }

    /**
     * A connection that comes when nobody waits for it any more is closed, which operators between would not do. Nothing cancels a factory
     * behind its connection, which a pool takes for giving it back.
     */
    private static Mono<Connection> created(ConnectionFactory factory) {
        if (factory instanceof BoundedConnectionPool pool) {
            return pool.create();
        }
        Mono<Connection> creation = Mono.defer(() -> Mono.fromDirect(factory.create()));
        Duration limit = factory instanceof ConnectionPool ? NO_LIMIT : CREATE_TIMEOUT;
        return Bounded.within(
                        limit,
                        creation,
                        new LateConnection(limit, message -> ConnectErrors.notConnected(message, null)))
                .switchIfEmpty(Mono.error(ConnectErrors::missing));
    }

    /** Asks again, as often as {@code retries}, where what came was a connection that had died while it was idle. */
    private Mono<Connection> alive(Mono<Connection> source, int retries) {
        return source.onErrorResume(error -> retries > 0 && isDeadPooledConnection(error)
                ? alive(source, retries - 1)
                : Mono.error(translate(error)));
    }

    /** Tells whether the connections are those of a pool, which nobody else uses while they are taken. */
    boolean isPooled() {
        return factory instanceof ConnectionPool;
    }

    private static int poolSize(ConnectionFactory factory) {
        @Nullable PoolMetrics metrics = PoolErrors.metrics(factory);
        return metrics == null ? 0 : metrics.getMaxAllocatedSize();
    }

    /**
     * Each idle connection that died surfaces as one failed validation, which carries neither a SQLSTATE nor a cause; asking again brings
     * the next one, or a new one.
     */
    private static boolean isDeadPooledConnection(Throwable error) {
        return error instanceof R2dbcNonTransientResourceException failure
                && failure.getSqlState() == null
                && failure.getCause() == null;
    }

    private Throwable translate(Throwable error) {
        if (error instanceof MapperException) {
            return error;
        }
        if (error instanceof PoolAcquirePendingLimitException) {
            return PoolErrors.tooManyWait(factory);
        }
        return error instanceof R2dbcTimeoutException || error instanceof PoolAcquireTimeoutException
                ? PoolErrors.expired(factory)
                : errors.unreachable(error);
    }

    /** Two sources of one factory are the same to a transaction, so mappers that share a pool share transactions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactoryConnectionSource source && source.factory == factory;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(factory);
    }
}
