package dev.kindred.reactor.internal.replica;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.StatementException;
import dev.kindred.reactor.internal.connection.ChosenServer;
import dev.kindred.reactor.internal.connection.ConnectErrors;
import dev.kindred.reactor.internal.connection.DriverConnection;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.LateConnection;
import dev.kindred.reactor.internal.connection.LogPositions;
import dev.kindred.reactor.internal.connection.ReadRouting;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
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

    /** A server that stays silent must not hold up the reads. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Conflicts with recovery, and deadlocks with it (PostgreSQL manual, section "Handling Query Conflicts"). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private final ReplicaSettings settings;
    private final List<Mono<Connection>> replicas;
    private final KnownPositions positions;
    private final LogPositions asking;

    /** Uses the replicas of {@code settings}, whose positions {@code asking} finds out. */
    public ReplicaRouting(ReplicaSettings settings, ConnectErrors errors, LogPositions asking) {
        this.settings = settings;
        this.asking = asking;
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
                route.stayOnPrimary(ServerChoice.AFTER_WRITE);
                return chosen(primary, ServerChoice.WRITE);
            }
            @Nullable ServerChoice stayed = route.primaryOrNull();
            if (stayed != null) {
                return chosen(primary, stayed);
            }
            return isSerializable(request.transaction())
                    ? chosen(primary, ServerChoice.SERIALIZABLE)
                    : fresh(new Search(route, minimumIn(context), primary, end()));
        });
    }

    private static Mono<Connection> chosen(Mono<Connection> connections, ServerChoice choice) {
        return connections.map(connection -> ChosenServer.chosen(connection, choice));
    }

    private long end() {
        return System.nanoTime() + settings.waitAtMost().toNanos();
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

    private Mono<Connection> fresh(Search search) {
        int known = positions.freshOrNone(
                search.route.first(replicas.size()),
                search.route.hasReplica() ? 1 : replicas.size(),
                search.minimum,
                settings.maxLag(),
                System.nanoTime());
        return known == KnownPositions.NONE
                ? searched(search)
                : used(known, search.route, ServerChoice.REPLICA_KNOWN, known(known))
                        .onErrorResume(error -> searched(search));
    }

    /** A connection of a replica whose position is known. */
    private Mono<Connection> known(int replica) {
        return replicas.get(replica).doOnError(error -> positions.unusable(replica));
    }

    private static Mono<Connection> used(
            int replica, ReplicaRoute route, ServerChoice choice, Mono<Connection> connections) {
        return connections.map(connection -> {
            route.use(replica);
            return ChosenServer.chosen(connection, choice);
        });
    }

    private Mono<Connection> searched(Search search) {
        Mono<Connection> found =
                Mono.defer(() -> next(search.route.candidates(replicas.size()).iterator(), search));
        return asked(search.primary).then(found).switchIfEmpty(Mono.defer(() -> without(search)));
    }

    private Mono<Connection> without(Search search) {
        long left = search.end - System.nanoTime();
        if (left > 0) {
            Duration pause = Duration.ofNanos(Math.min(left, settings.interval().toNanos()));
            return Mono.delay(pause).then(Mono.defer(() -> searched(search)));
        }
        if (settings.failsWithout()) {
            return Mono.error(ConnectErrors.notConnected(
                    "No replica is fresh enough. Raise maxLag or waitAtMost, or let such reads use the primary.",
                    null));
        }
        search.route.stayOnPrimary(ServerChoice.STAYED);
        return chosen(
                search.primary,
                search.route.candidates(replicas.size()).stream().anyMatch(positions::isKnown)
                        ? ServerChoice.FALLBACK_STALE
                        : ServerChoice.FALLBACK_UNREACHABLE);
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
    private Mono<Long> written(Mono<Connection> primary) {
        Mono<Long> answer = Mono.usingWhen(
                primary,
                asking::written,
                Connection::close,
                (connection, error) -> DriverConnection.discarded(connection),
                DriverConnection::discarded);
        return TimeoutMono.within(LIMIT, answer, () -> new TimeoutException("The primary did not tell its position"));
    }

    private Mono<Connection> next(Iterator<Integer> candidates, Search search) {
        if (!candidates.hasNext()) {
            return Mono.empty();
        }
        int replica = candidates.next();
        return Mono.defer(() -> candidate(replica, search))
                .onErrorResume(error -> Mono.empty())
                .switchIfEmpty(Mono.defer(() -> next(candidates, search)));
    }

    private Mono<Connection> candidate(int replica, Search search) {
        if (positions.claim(replica, System.nanoTime())) {
            return used(replica, search.route, ServerChoice.REPLICA_CHECKED, polled(replica, search.minimum));
        }
        return isFresh(replica, search.minimum)
                ? used(replica, search.route, ServerChoice.REPLICA_KNOWN, known(replica))
                : Mono.empty();
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
                        (connection, error) -> DriverConnection.discarded(connection),
                        DriverConnection::discarded)
                .doOnError(error -> positions.unusable(replica));
        return TimeoutMono.within(
                LIMIT, fresh, new LateConnection(LIMIT, message -> ConnectErrors.notConnected(message, null)));
    }

    private Mono<Void> recorded(int replica, Connection connection) {
        return asking.replayed(connection)
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
                                route.stayOnPrimary(ServerChoice.REPEATED);
                                return read;
                            });
        });
    }

    private static boolean isLost(Throwable error) {
        return error instanceof ConnectionException
                || (error instanceof StatementException refused && CONFLICTS.contains(refused.sqlState()));
    }

    /**
     * The search for a replica.
     *
     * @param route the pipeline
     * @param minimum the least position
     * @param primary acquires a connection to the primary
     * @param end when the search ends
     */
    private record Search(ReplicaRoute route, long minimum, Mono<Connection> primary, long end) {}
}
