package dev.kindred.reactor.internal.replica;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.StatementException;
import dev.kindred.reactor.internal.connection.ConnectErrors;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.LateConnection;
import dev.kindred.reactor.internal.connection.LogPositions;
import dev.kindred.reactor.internal.connection.ReadRouting;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Sends the reads of a pipeline to a replica that is fresh enough, or to the primary.
 *
 * <ul>
 *   <li>The servers are asked for their positions by the reads themselves, at most once for each interval. No task runs
 *       in the background.
 *   <li>A replica that was asked within the interval and is fresh enough costs no statement.
 *   <li>The position is asked with a statement of its own, before the read. Within the read it would be later than the
 *       snapshot.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class ReplicaRouting implements ReadRouting {

    private static final Object MINIMUM = new Object();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Conflicts with recovery, and deadlocks with it (PostgreSQL manual, section "Handling Query Conflicts"). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private final ReplicaSettings settings;
    private final List<Mono<Connection>> replicas;
    private final KnownPositions positions;

    /** Uses the replicas of {@code settings}. */
    public ReplicaRouting(ReplicaSettings settings, ConnectErrors errors) {
        this.settings = settings;
        this.replicas = settings.pools().stream()
                .map(pool -> new FactoryConnectionSource(pool, errors, new TransactionBridge() {}).primary())
                .toList();
        this.positions = new KnownPositions(replicas.size(), settings.interval());
    }

    /** Returns {@code context} for a pipeline whose reads may use a replica. An outer pipeline is continued. */
    Context routed(Context context) {
        if (routeIn(context) != null) {
            return context;
        }
        ReplicaRoute route = new ReplicaRoute(this);
        return WriteMarks.in(context.put(ReadRouting.class, route), route);
    }

    /** Returns the route of {@code context}, unless it is one of another mapper. */
    private @Nullable ReplicaRoute routeIn(ContextView context) {
        @Nullable ReplicaRoute route = context.getOrDefault(ReadRouting.class, null);
        return route != null && route.isOf(this) ? route : null;
    }

    /** Returns {@code context} for reads that are at least at {@code position}. */
    static Context notBefore(Context context, long position) {
        return context.put(MINIMUM, Math.max(position, minimumIn(context)));
    }

    private static long minimumIn(ContextView context) {
        @Nullable Long minimum = context.getOrDefault(MINIMUM, null);
        return minimum == null ? 0 : minimum;
    }

    @Override
    public Mono<Connection> acquire(ConnectionRequest request, Mono<Connection> primary) {
        return Mono.deferContextual(context -> {
            @Nullable ReplicaRoute route = routeOf(request, context);
            if (route == null) {
                return primary;
            }
            if (!request.isReadOnly()) {
                route.stayOnPrimary();
            }
            return route.isOnPrimary() || isSerializable(request.transaction())
                    ? primary
                    : fresh(route, minimumIn(context), primary);
        });
    }

    private @Nullable ReplicaRoute routeOf(ConnectionRequest request, ContextView context) {
        @Nullable ReplicaRoute route = routeIn(context);
        @Nullable TransactionOptions options = request.transaction();
        return route == null && options != null && options.isOnReplica() ? new ReplicaRoute(this) : route;
    }

    /** A standby refuses this level. */
    private static boolean isSerializable(@Nullable TransactionOptions options) {
        return options != null && options.isolation() == Isolation.SERIALIZABLE;
    }

    private Mono<Connection> fresh(ReplicaRoute route, long minimum, Mono<Connection> primary) {
        long end = System.nanoTime() + settings.waitAtMost().toNanos();
        return attempt(route, minimum, primary, end);
    }

    private Mono<Connection> attempt(ReplicaRoute route, long minimum, Mono<Connection> primary, long end) {
        Mono<Connection> found =
                Mono.defer(() -> next(route.candidates(replicas.size()).iterator(), route, minimum));
        return asked(primary).then(found).switchIfEmpty(Mono.defer(() -> without(route, minimum, primary, end)));
    }

    private Mono<Connection> without(ReplicaRoute route, long minimum, Mono<Connection> primary, long end) {
        long left = end - System.nanoTime();
        if (left > 0) {
            Duration pause = Duration.ofNanos(Math.min(left, settings.interval().toNanos()));
            return Mono.delay(pause).then(Mono.defer(() -> attempt(route, minimum, primary, end)));
        }
        if (settings.failsWithout()) {
            return Mono.error(ConnectErrors.notConnected(
                    "No replica is fresh enough. Raise maxLag or waitAtMost, or let such reads use the primary.",
                    null));
        }
        route.stayOnPrimary();
        return primary;
    }

    /** Asks the primary for its position if it is due. Without an answer the last position remains. */
    private Mono<Void> asked(Mono<Connection> primary) {
        return Mono.defer(() -> {
            long now = System.nanoTime();
            return positions.claimPrimary(now)
                    ? written(primary)
                            .doOnNext(position -> positions.primaryAt(position, now))
                            .onErrorComplete()
                            .then()
                    : Mono.empty();
        });
    }

    /** Returns the position that the primary has reached. Sends one statement on a connection of {@code primary}. */
    private static Mono<Long> written(Mono<Connection> primary) {
        return Mono.usingWhen(primary, LogPositions::written, Connection::close);
    }

    private Mono<Connection> next(Iterator<Integer> candidates, ReplicaRoute route, long minimum) {
        if (!candidates.hasNext()) {
            return Mono.empty();
        }
        int replica = candidates.next();
        return Mono.defer(() -> candidate(replica, minimum))
                .doOnNext(connection -> route.use(replica))
                .onErrorResume(error -> Mono.empty())
                .switchIfEmpty(Mono.defer(() -> next(candidates, route, minimum)));
    }

    private Mono<Connection> candidate(int replica, long minimum) {
        if (positions.claim(replica, System.nanoTime())) {
            return polled(replica, minimum);
        }
        return isFresh(replica, minimum) ? replicas.get(replica) : Mono.empty();
    }

    private boolean isFresh(int replica, long minimum) {
        return positions.isFresh(replica, minimum, settings.maxLag(), System.nanoTime());
    }

    /** A connection of a replica that is not fresh, or whose caller was cancelled, is returned. */
    private Mono<Connection> polled(int replica, long minimum) {
        AtomicBoolean isUsed = new AtomicBoolean();
        Mono<Connection> fresh = Mono.usingWhen(
                        replicas.get(replica),
                        connection -> recorded(replica, connection).then(Mono.defer(() -> {
                            isUsed.set(isFresh(replica, minimum));
                            return isUsed.get() ? Mono.just(connection) : Mono.empty();
                        })),
                        connection -> isUsed.get() ? Mono.empty() : connection.close(),
                        (connection, error) -> connection.close(),
                        Connection::close)
                .doOnError(error -> positions.unusable(replica));
        return TimeoutMono.within(
                LIMIT, fresh, new LateConnection(LIMIT, message -> ConnectErrors.notConnected(message, null)));
    }

    private Mono<Void> recorded(int replica, Connection connection) {
        return LogPositions.replayed(connection)
                .doOnSuccess(position -> {
                    if (position == null) {
                        positions.unusable(replica);
                    } else {
                        positions.replicaAt(replica, position);
                    }
                })
                .then();
    }

    @Override
    public <T> Mono<T> repeated(Mono<T> read) {
        return Mono.deferContextual(context -> {
            @Nullable ReplicaRoute route = routeIn(context);
            return route == null
                    ? read
                    : read.onErrorResume(
                            error -> isLost(error) && route.hasReplica() && !route.isOnPrimary(), error -> {
                                route.stayOnPrimary();
                                return read;
                            });
        });
    }

    private static boolean isLost(Throwable error) {
        return error instanceof ConnectionException
                || (error instanceof StatementException refused && CONFLICTS.contains(refused.sqlState()));
    }
}
