package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MapperException;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.spi.TransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;

/** Connections of a {@link ConnectionFactory}, pooled or not. Thread-safe. */
public final class FactoryConnectionSource implements ConnectionSource {

    private static final int RETRIES_BESIDE = 10;

    /** For factories without a limit of their own, or with a longer one. */
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(30);

    /** A pool bounds the wait itself. */
    private static final Duration NO_LIMIT = Duration.ofDays(1000);

    private final ConnectionFactory factory;
    private final ConnectErrors errors;
    private final TransactionBridge bridge;
    private final Mono<Connection> acquire;
    private final @Nullable Lazy<BesidePool> besidePool;
    private final @Nullable ReadRouting routing;

    /** Acquires connections of {@code factory}, whose transactions {@code bridge} shares. */
    public FactoryConnectionSource(ConnectionFactory factory, ConnectErrors errors, TransactionBridge bridge) {
        this(factory, errors, bridge, null);
    }

    private FactoryConnectionSource(
            ConnectionFactory factory, ConnectErrors errors, TransactionBridge bridge, @Nullable ReadRouting routing) {
        this.factory = factory;
        this.routing = routing;
        this.errors = errors;
        this.bridge = bridge;
        this.acquire = alive(created(factory), poolSize(factory) + 1);
        this.besidePool = factory instanceof ConnectionPool pool ? new Lazy<>(() -> new BesidePool(pool)) : null;
    }

    /** Returns the same source, whose reads {@code routing} may send to other servers. */
    public FactoryConnectionSource routed(ReadRouting routing) {
        return new FactoryConnectionSource(factory, errors, bridge, routing);
    }

    @Nullable
    ReadRouting routingOrNull() {
        return routing;
    }

    /** Acquires a connection to the primary. */
    public Mono<Connection> primary() {
        return acquire;
    }

    /** Returns the traits of the pool if {@code source} uses a pool of this library, else null. */
    public static @Nullable PoolTraits traitsOrNull(ConnectionSource source) {
        return source instanceof FactoryConnectionSource pooled && pooled.factory instanceof BoundedConnectionPool pool
                ? pool.traits()
                : null;
    }

    /** Returns the connections of reads that share statements, or null without a pool of this library. */
    @Nullable
    SharedPool sharedOrNull() {
        return factory instanceof BoundedConnectionPool pool ? new SharedPool(pool, bridge) : null;
    }

    @Override
    public Mono<Connection> acquire(ConnectionRequest request) {
        Mono<Connection> acquired = besidePool == null || !request.isNested()
                ? acquire
                : alive(Mono.defer(() -> besidePool.get().acquire()), RETRIES_BESIDE);
        Mono<Connection> chosen = routing == null ? acquired : routing.acquire(request, acquired);
        Mono<Connection> held = bridge.held(request);
        return held == Mono.<Connection>empty() ? chosen : held.switchIfEmpty(chosen);
    }

    @Override
    public Mono<AmbientTransaction> ambient() {
        return ConnectErrors.ofLookup(bridge.ambient());
    }

    @Override
    public <T> Mono<T> within(MapperTransaction transaction, Mono<T> work) {
        return bridge.within(transaction, work);
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
     * A pool has no method to discard a connection. It drops a connection that is closed on return, so the driver's
     * connection is closed first.
     */
    @Override
    public Mono<Void> discard(Connection connection) {
        return Mono.defer(() -> {
            Mono<Void> closed = DriverConnection.closed(connection);
            return DriverConnection.of(connection) == connection
                    ? closed
                    : closed.then(release(connection).onErrorComplete());
        });
    }

    /**
     * Closes a connection that arrives after a cancel. A factory is not cancelled after it emits its connection: a pool
     * would treat that as a return.
     */
    private static Mono<Connection> created(ConnectionFactory factory) {
        if (factory instanceof BoundedConnectionPool pool) {
            return pool.acquire();
        }
        Mono<Connection> creation = Mono.defer(() -> Mono.fromDirect(factory.create()));
        Duration limit = factory instanceof ConnectionPool ? NO_LIMIT : CREATE_TIMEOUT;
        return TimeoutMono.within(
                        limit,
                        creation,
                        new LateConnection(limit, message -> ConnectErrors.notConnected(message, null)))
                .switchIfEmpty(Mono.error(ConnectErrors::missing));
    }

    private Mono<Connection> alive(Mono<Connection> source, int retries) {
        return LiveConnections.of(source, retries).onErrorMap(this::translate);
    }

    /** Returns whether the connections come from a pool. An acquired connection of a pool has a single user. */
    boolean isPooled() {
        return factory instanceof ConnectionPool;
    }

    private static int poolSize(ConnectionFactory factory) {
        @Nullable PoolMetrics metrics = PoolErrors.metrics(factory);
        return metrics == null ? 0 : metrics.getMaxAllocatedSize();
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

    /** Sources of the same factory are equal, so mappers on the same pool share transactions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactoryConnectionSource source && source.factory == factory;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(factory);
    }
}
