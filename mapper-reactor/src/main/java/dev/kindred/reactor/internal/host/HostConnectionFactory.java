package dev.kindred.reactor.internal.host;

import dev.kindred.error.ConnectionException;
import dev.kindred.reactor.internal.connection.ConnectErrors;
import dev.kindred.reactor.internal.connection.LateConnection;
import dev.kindred.reactor.internal.connection.StandbyCheck;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Opens connections to the first server of a list that answers in time and has the wanted role.
 *
 * <ul>
 *   <li>The servers are tried one after another. {@link HostMemory} orders them.
 *   <li>Each server has the same part of the time limit, so that a server that accepts a connection and stays silent
 *       does not prevent the next one.
 *   <li>The role is asked with {@code pg_is_in_recovery()}. A connection to a server of another role is closed.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class HostConnectionFactory implements ConnectionFactory {

    /** The class of the SQLSTATEs that the driver uses for a broken connection. */
    private static final String DRIVERS_OWN = "08";

    private final List<Host> hosts;
    private final List<TargetServer> targets;
    private final HostMemory memory;
    private final Duration part;

    /**
     * Opens connections to one of {@code hosts}.
     *
     * @param limit the time limit of all attempts for one connection
     * @param recheck the time after which a server that was not accepted is tried like an unknown one
     * @param balanced whether servers of equal rank are tried in random order
     */
    public HostConnectionFactory(
            List<Host> hosts, TargetServerType type, Duration limit, Duration recheck, boolean balanced) {
        this.hosts = List.copyOf(hosts);
        this.targets = TargetServer.of(type);
        this.memory = new HostMemory(hosts.size(), recheck, balanced);
        this.part = limit.dividedBy((long) hosts.size() * targets.size());
    }

    @Override
    public Mono<Connection> create() {
        return Mono.defer(() -> search(targets.iterator()));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return hosts.get(0).connections().getMetadata();
    }

    private Mono<Connection> search(Iterator<TargetServer> wanted) {
        TargetServer target = wanted.next();
        List<Integer> order = memory.order(target, System.nanoTime(), ThreadLocalRandom.current());
        Mono<Connection> found = next(target, order.iterator(), new ArrayList<>());
        return wanted.hasNext() ? found.onErrorResume(error -> search(wanted)) : found;
    }

    private Mono<Connection> next(TargetServer target, Iterator<Integer> order, List<Refusal> refusals) {
        if (!order.hasNext()) {
            return Mono.error(unusable(target, refusals));
        }
        int host = order.next();
        return attempt(target, host).onErrorResume(error -> {
            if (!(error instanceof ConnectionException)) {
                memory.record(host, HostState.UNREACHABLE, System.nanoTime());
            }
            refusals.add(new Refusal(hosts.get(host).name(), error));
            return next(target, order, refusals);
        });
    }

    /** A connection whose role is not accepted or not known in time is closed, also when the attempt is cancelled. */
    private Mono<Connection> attempt(TargetServer target, int host) {
        Mono<Connection> opened =
                Mono.defer(() -> Mono.fromDirect(hosts.get(host).connections().create()));
        Mono<Connection> accepted = Mono.usingWhen(
                opened,
                connection -> checked(target, host, connection),
                connection -> Mono.empty(),
                (connection, error) -> connection.close(),
                Connection::close);
        return TimeoutMono.within(part, accepted, new LateConnection(part, R2dbcTimeoutException::new));
    }

    private Mono<Connection> checked(TargetServer target, int host, Connection connection) {
        return role(connection).flatMap(role -> {
            memory.record(host, role, System.nanoTime());
            return target.accepts(role) ? Mono.just(connection) : Mono.error(otherRole(role));
        });
    }

    private static ConnectionException otherRole(HostState role) {
        return ConnectErrors.notConnected(role == HostState.STANDBY ? "is a standby" : "is a primary", null);
    }

    private static Mono<HostState> role(Connection connection) {
        return StandbyCheck.of(connection).map(isStandby -> isStandby ? HostState.STANDBY : HostState.PRIMARY);
    }

    private ConnectionException unusable(TargetServer target, List<Refusal> refusals) {
        StringBuilder message = new StringBuilder("None of the hosts is a ").append(target.shown());
        String separator = ": ";
        for (Refusal refusal : refusals) {
            message.append(separator).append(refusal.host()).append(' ').append(words(refusal.error()));
            separator = "; ";
        }
        return ConnectErrors.unusable(
                message + ". Each host had " + part.toMillis() + " ms. Check the hosts and targetServerType,"
                        + " or raise connectTimeout.",
                refusals.stream().map(Refusal::error).toList());
    }

    private static String words(Throwable error) {
        if (error instanceof ConnectionException) {
            return String.valueOf(error.getMessage());
        }
        if (error instanceof R2dbcTimeoutException) {
            return "did not answer in time";
        }
        @Nullable PostgresqlException refusal = ConnectErrors.refusal(error);
        if (refusal == null) {
            return "could not be reached (" + error.getClass().getSimpleName() + ")";
        }
        String sqlState = refusal.getErrorDetails().getCode();
        return (sqlState.startsWith(DRIVERS_OWN) ? "could not be reached" : "refused the connection") + " (SQLSTATE "
                + sqlState + ")";
    }

    private record Refusal(String host, Throwable error) {}
}
