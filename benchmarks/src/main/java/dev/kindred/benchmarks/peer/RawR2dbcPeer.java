package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.PooledConnections.rows;
import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The R2DBC driver and its pool, with hand-written statements and mapping: values by index, into the records of {@code
 * entity}.
 */
public final class RawR2dbcPeer {

    private static final int JOINED = 6;

    private final PooledConnections connections;

    private RawR2dbcPeer(PooledConnections connections) {
        this.connections = connections;
    }

    /** Opens the peer and its variants. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        ConnectionPool pool = R2dbcPools.open(login, poolSize, binary);
        PooledConnections connections = new PooledConnections(pool);
        RawR2dbcPeer reads = new RawR2dbcPeer(connections);
        RawR2dbcWrites writes = new RawR2dbcWrites(connections);
        RawR2dbcQueries queries = new RawR2dbcQueries(connections);
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(reads.operations());
        operations.putAll(writes.operations());
        operations.putAll(queries.operations());
        RawR2dbcLists lists = new RawR2dbcLists(connections);
        operations.put(Task.LISTS, Operation.of(lists::twoStatements));
        operations.put(Task.FIRST_OF_LISTS, Operation.of(lists::latestByWindow));
        RawR2dbcPairs pairs = new RawR2dbcPairs(connections);
        operations.putAll(pairs.operations());
        Peer peer = R2dbcPools.peer("raw-r2dbc", binary, operations, pool);
        return List.of(
                peer,
                peer.variant("-join", Map.of(Task.LIST_WITH_CHILD, Operation.of(reads::join))),
                peer.variant(
                        "-n+1",
                        Map.of(
                                Task.LIST_WITH_CHILD, Operation.of(reads::onePerRow),
                                Task.LISTS, Operation.of(lists::onePerRow),
                                Task.PAIRS, Operation.of(pairs::onePerRow))),
                peer.variant("-lateral", Map.of(Task.FIRST_OF_LISTS, Operation.of(lists::latestByLateral))),
                peer.variant("-preload", Map.of(Task.STREAM_WITH_CHILD, Operation.of(reads::streamOfPages))),
                peer.variant("-cte", Map.of(Task.CREATE_BOTH, Operation.of(writes::createInOne))),
                peer.variant("-add", Map.of(Task.INSERT_THOUSAND, Operation.of(writes::insertByAdd))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.FIND_WITH_CHILD, Operation.of(this::findWithProfile));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.putAll(Parents.operations(rows -> Operation.of(turn -> twoStatements(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return connections
                .one(connection -> rows(connection.createStatement(Sql.FIND).bind(0, Turns.key(turn)), Readers::user)
                        .singleOrEmpty())
                .map(Checksums::of);
    }

    private Mono<Long> findWithProfile(long turn) {
        return connections
                .one(connection -> rows(connection.createStatement(Sql.FIND).bind(0, Turns.key(turn)), Readers::user)
                        .singleOrEmpty()
                        .flatMap(user -> rows(
                                        connection.createStatement(Sql.CHILD).bind(0, user.id()),
                                        row -> Readers.profile(row, 0))
                                .singleOrEmpty()
                                .map(profile -> new UserWithProfile(user, profile))))
                .map(Checksums::of);
    }

    private Mono<Long> list(long turn) {
        return connections
                .one(connection -> page(connection, Turns.pageStart(turn, Turns.PAGE), Turns.PAGE))
                .map(users -> users.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<Long> twoStatements(long turn, int count) {
        return connections
                .one(connection -> pageWithProfiles(connection, Turns.pageStart(turn, count), count))
                .map(RawR2dbcPeer::sum);
    }

    private Mono<Long> join(long turn) {
        return connections
                .one(connection -> rows(
                                connection.createStatement(Sql.JOIN).bind(0, Turns.pageStart(turn, Turns.PAGE)),
                                row -> new UserWithProfile(Readers.user(row), Readers.profile(row, JOINED)))
                        .collectList())
                .map(RawR2dbcPeer::sum);
    }

    private Mono<Long> onePerRow(long turn) {
        return connections
                .one(connection -> page(connection, Turns.pageStart(turn, Turns.PAGE), Turns.PAGE)
                        .flatMapIterable(Function.identity())
                        .concatMap(user -> rows(
                                        connection.createStatement(Sql.CHILD).bind(0, user.id()),
                                        row -> Readers.profile(row, 0))
                                .singleOrEmpty()
                                .map(profile -> new UserWithProfile(user, profile)))
                        .collectList())
                .map(RawR2dbcPeer::sum);
    }

    /**
     * Pages after the last key of the previous page, because the profiles cannot be read on a connection with an open
     * result.
     */
    private Mono<Long> streamOfPages(long turn) {
        return nextPage(0)
                .expand(page -> page.size() < Turns.PAGE
                        ? Mono.empty()
                        : nextPage(page.get(page.size() - 1).user().id()))
                .flatMapIterable(Function.identity(), 1)
                .limitRate(Turns.DEMAND)
                .reduce(0L, (sum, both) -> sum + Checksums.of(both));
    }

    private Mono<List<UserWithProfile>> nextPage(long after) {
        return connections.one(connection -> pageWithProfiles(connection, after, Turns.PAGE));
    }

    private static Mono<List<UserRow>> page(Connection connection, long after, int count) {
        Statement statement =
                connection.createStatement(Sql.LIST).bind(0, after).bind(1, count);
        return rows(statement, Readers::user).collectList();
    }

    private static Mono<List<UserWithProfile>> pageWithProfiles(Connection connection, long after, int count) {
        return page(connection, after, count).flatMap(users -> withProfiles(connection, users));
    }

    private static Mono<List<UserWithProfile>> withProfiles(Connection connection, List<UserRow> users) {
        Long[] keys = users.stream().map(UserRow::id).toArray(Long[]::new);
        return rows(connection.createStatement(Sql.CHILDREN).bind(0, keys), row -> Readers.profile(row, 0))
                .collectMap(ProfileRow::userId)
                .map(profiles -> users.stream()
                        .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                        .toList());
    }

    private static long sum(List<UserWithProfile> both) {
        return both.stream().mapToLong(Checksums::of).sum();
    }
}
