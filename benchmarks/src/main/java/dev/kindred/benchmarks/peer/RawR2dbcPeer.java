package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The R2DBC driver and its pool, with statements and mapping by hand. */
public final class RawR2dbcPeer {

    private static final int JOINED = 6;

    private final ConnectionPool pool;

    private RawR2dbcPeer(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Opens it, and its other ways beside it. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        ConnectionPool pool = R2dbcPools.open(login, poolSize, binary);
        RawR2dbcPeer peer = new RawR2dbcPeer(pool);
        String name = R2dbcPools.name("raw-r2dbc", binary);
        return List.of(
                new Peer(name, peer.operations(), pool::dispose),
                Peer.sharing(name + "-join", Map.of(Task.LIST_WITH_CHILD, Operation.of(peer::join))),
                Peer.sharing(name + "-n+1", Map.of(Task.LIST_WITH_CHILD, Operation.of(peer::onePerRow))),
                Peer.sharing(name + "-cte", Map.of(Task.CREATE_BOTH, Operation.of(peer::createInOne))),
                Peer.sharing(name + "-add", Map.of(Task.INSERT_MANY, Operation.of(peer::insertByAdd))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.LIST_WITH_CHILD, Operation.of(turn -> twoStatements(turn, Turns.PAGE)));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(Task.INSERT_MANY, Operation.of(this::insertMany));
        Parents.COUNTS.forEach((task, rows) -> operations.put(task, Operation.of(turn -> twoStatements(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return onConnection(connection -> rows(
                                connection.createStatement(Sql.FIND).bind(0, Turns.key(turn)), RawR2dbcPeer::user)
                        .next())
                .map(Checksums::of);
    }

    private Mono<Long> list(long turn) {
        return onConnection(connection -> page(connection, turn, Turns.PAGE).collectList())
                .map(users -> users.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<Long> twoStatements(long turn, int count) {
        return onConnection(connection ->
                        page(connection, turn, count).collectList().flatMap(users -> withProfiles(connection, users)))
                .map(RawR2dbcPeer::sum);
    }

    private static Mono<List<UserWithProfile>> withProfiles(Connection connection, List<UserRow> users) {
        Long[] keys = users.stream().map(UserRow::id).toArray(Long[]::new);
        return rows(connection.createStatement(Sql.CHILDREN).bind(0, keys), row -> profile(row, 0))
                .collectMap(ProfileRow::userId)
                .map(profiles -> both(users, profiles));
    }

    private static List<UserWithProfile> both(List<UserRow> users, Map<Long, ProfileRow> profiles) {
        return users.stream()
                .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                .toList();
    }

    private Mono<Long> join(long turn) {
        return onConnection(connection -> rows(
                                connection.createStatement(Sql.JOIN).bind(0, Turns.pageStart(turn, Turns.PAGE)),
                                row -> new UserWithProfile(user(row), profile(row, JOINED)))
                        .collectList())
                .map(RawR2dbcPeer::sum);
    }

    private Mono<Long> onePerRow(long turn) {
        return onConnection(connection -> page(connection, turn, Turns.PAGE)
                        .collectList()
                        .flatMapIterable(Function.identity())
                        .concatMap(user -> rows(
                                        connection.createStatement(Sql.CHILD).bind(0, user.id()),
                                        row -> profile(row, 0))
                                .next()
                                .map(profile -> new UserWithProfile(user, profile)))
                        .collectList())
                .map(RawR2dbcPeer::sum);
    }

    private Mono<Long> create(long turn) {
        return inTransaction(connection -> rows(
                                bindUser(connection.createStatement(Sql.INSERT_USER), NewRows.user(turn)),
                                RawR2dbcPeer::user)
                        .single()
                        .flatMap(user -> rows(
                                        bindProfile(
                                                connection
                                                        .createStatement(Sql.INSERT_PROFILE)
                                                        .bind(0, user.id()),
                                                1,
                                                NewRows.profile(turn)),
                                        row -> profile(row, 0))
                                .single()))
                .map(Checksums::ofNew);
    }

    private Mono<Long> createInOne(long turn) {
        return onConnection(connection -> rows(
                                bindProfile(
                                        bindUser(connection.createStatement(Sql.INSERT_BOTH), NewRows.user(turn)),
                                        5,
                                        NewRows.profile(turn)),
                                row -> profile(row, 0))
                        .single())
                .map(Checksums::ofNew);
    }

    private Mono<Long> insertMany(long turn) {
        List<UserRow> users = NewRows.users(turn, Turns.PAGE);
        return onConnection(connection -> rows(
                                connection
                                        .createStatement(Sql.INSERT_MANY)
                                        .bind(
                                                0,
                                                users.stream()
                                                        .map(UserRow::email)
                                                        .toArray(String[]::new))
                                        .bind(
                                                1,
                                                users.stream()
                                                        .map(UserRow::active)
                                                        .toArray(Boolean[]::new))
                                        .bind(
                                                2,
                                                users.stream()
                                                        .map(UserRow::score)
                                                        .toArray(Integer[]::new))
                                        .bind(
                                                3,
                                                users.stream()
                                                        .map(UserRow::token)
                                                        .toArray(UUID[]::new))
                                        .bind(
                                                4,
                                                users.stream()
                                                        .map(UserRow::createdAt)
                                                        .toArray(OffsetDateTime[]::new)),
                                RawR2dbcPeer::user)
                        .collectList())
                .map(RawR2dbcPeer::sumOfNew);
    }

    private Mono<Long> insertByAdd(long turn) {
        return inTransaction(connection -> {
                    Statement statement = connection.createStatement(Sql.INSERT_USER);
                    List<UserRow> users = NewRows.users(turn, Turns.PAGE);
                    for (int i = 0; i < users.size(); i++) {
                        bindUser(i == 0 ? statement : statement.add(), users.get(i));
                    }
                    return rows(statement, RawR2dbcPeer::user).collectList();
                })
                .map(RawR2dbcPeer::sumOfNew);
    }

    private static Flux<UserRow> page(Connection connection, long turn, int count) {
        Statement statement = connection
                .createStatement(Sql.LIST)
                .bind(0, Turns.pageStart(turn, count))
                .bind(1, count);
        return rows(statement, RawR2dbcPeer::user);
    }

    private static <T> Flux<T> rows(Statement statement, Function<Readable, T> reader) {
        return Flux.from(statement.execute()).flatMap(result -> result.map(reader));
    }

    private <T> Mono<T> onConnection(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(pool.create(), work, Connection::close);
    }

    private <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        return onConnection(connection -> Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                work,
                Connection::commitTransaction,
                (open, failure) -> open.rollbackTransaction(),
                Connection::rollbackTransaction));
    }

    private static Statement bindUser(Statement statement, UserRow user) {
        return statement
                .bind(0, user.email())
                .bind(1, user.active())
                .bind(2, user.score())
                .bind(3, user.token())
                .bind(4, user.createdAt());
    }

    private static Statement bindProfile(Statement statement, int from, ProfileRow profile) {
        @Nullable String telephone = profile.telephone();
        return statement
                .bind(from, profile.name())
                .bind(
                        from + 1,
                        telephone == null
                                ? Parameters.in(R2dbcType.VARCHAR)
                                : Parameters.in(R2dbcType.VARCHAR, telephone))
                .bind(from + 2, profile.locale());
    }

    static UserRow user(Readable row) {
        return new UserRow(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Boolean.class),
                row.get(3, Integer.class),
                row.get(4, UUID.class),
                row.get(5, OffsetDateTime.class));
    }

    static ProfileRow profile(Readable row, int from) {
        return new ProfileRow(
                row.get(from, Long.class),
                row.get(from + 1, Long.class),
                row.get(from + 2, String.class),
                row.get(from + 3, String.class),
                row.get(from + 4, String.class));
    }

    private static long sum(List<UserWithProfile> both) {
        return both.stream().mapToLong(Checksums::of).sum();
    }

    private static long sumOfNew(List<UserRow> users) {
        return users.stream().mapToLong(Checksums::ofNew).sum();
    }
}
