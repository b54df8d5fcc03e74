package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The Vert.x client, with hand-written statements and mapping. It has its own driver, so it is the ceiling. */
public final class VertxPeer {

    private static final int JOINED = 6;

    private final Pool pool;

    private VertxPeer(Pool pool) {
        this.pool = pool;
    }

    /** Opens the peer and its variant with a join. */
    public static List<Peer> open(Login login, int poolSize) {
        Vertx vertx = Vertx.vertx();
        PgConnectOptions options = new PgConnectOptions()
                .setHost(login.host())
                .setPort(login.port())
                .setDatabase(login.database())
                .setUser(login.trusted())
                .setPassword(login.password())
                .setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(poolSize))
                .connectingTo(options)
                .using(vertx)
                .build();
        SqlClient pipelined = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(poolSize))
                .connectingTo(options)
                .using(vertx)
                .build();
        VertxPeer peer = new VertxPeer(pool);
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.operations());
        operations.putAll(new VertxQueries(pool).operations());
        Runnable closing =
                () -> pipelined.close().eventually(() -> pool.close()).eventually(() -> vertx.close());
        Peer main = new Peer("vertx-pg-client", operations, closing, () -> 0);
        return List.of(
                main,
                main.variant(
                        "-pipelined",
                        Map.of(
                                Task.FIND, operation(turn -> find(pipelined, turn)),
                                Task.INSERT, operation(turn -> insert(pipelined, turn)))),
                main.variant("-join", Map.of(Task.LIST_WITH_CHILD, operation(peer::join))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, operation(turn -> find(pool, turn)));
        operations.put(Task.LIST, operation(this::list));
        operations.put(Task.CREATE_BOTH, operation(this::create));
        operations.put(Task.INSERT, operation(turn -> insert(pool, turn)));
        operations.put(Task.INSERT_THOUSAND, operation(turn -> insertMany(turn, Turns.PAGE)));
        operations.put(Task.INSERT_TEN_THOUSAND, operation(turn -> insertMany(turn, Turns.MANY)));
        operations.put(Task.UPSERT, operation(turn -> settings(Sql.UPSERT, NewRows.halfKnown(turn))));
        operations.put(Task.UPDATE, operation(turn -> settings(Sql.UPDATE, NewRows.allKnown(turn))));
        operations.putAll(Parents.operations(rows -> operation(turn -> twoStatements(turn, rows))));
        return operations;
    }

    static Operation operation(LongFunction<Future<Long>> work) {
        return (turn, completion) ->
                work.apply(turn).onSuccess(completion::complete).onFailure(completion::fail);
    }

    private static Future<Long> find(SqlClient client, long turn) {
        return rows(client, Sql.FIND, Tuple.of(Turns.key(turn)))
                .map(rows -> Checksums.of(user(rows.iterator().next())));
    }

    private Future<Long> list(long turn) {
        return page(turn, Turns.PAGE)
                .map(users -> users.stream().mapToLong(Checksums::of).sum());
    }

    private Future<List<UserRow>> page(long turn, int rows) {
        return rows(pool, Sql.LIST, Tuple.of(Turns.pageStart(turn, rows), (long) rows))
                .map(VertxPeer::users);
    }

    private Future<Long> twoStatements(long turn, int count) {
        return page(turn, count)
                .compose(users -> rows(
                                pool,
                                Sql.CHILDREN,
                                Tuple.of(users.stream().map(UserRow::id).toArray(Long[]::new)))
                        .map(rows -> both(users, rows).stream()
                                .mapToLong(Checksums::of)
                                .sum()));
    }

    private static List<UserWithProfile> both(List<UserRow> users, RowSet<Row> rows) {
        Map<Long, ProfileRow> profiles = new HashMap<>();
        for (Row row : rows) {
            ProfileRow profile = profile(row, 0);
            profiles.put(profile.userId(), profile);
        }
        return users.stream()
                .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                .toList();
    }

    private Future<Long> join(long turn) {
        return rows(pool, Sql.JOIN, Tuple.of(Turns.pageStart(turn, Turns.PAGE))).map(rows -> {
            List<UserWithProfile> both = new ArrayList<>();
            for (Row row : rows) {
                both.add(new UserWithProfile(user(row), profile(row, JOINED)));
            }
            return both.stream().mapToLong(Checksums::of).sum();
        });
    }

    private Future<Long> create(long turn) {
        UserRow user = NewRows.user(turn);
        ProfileRow profile = NewRows.profile(turn);
        return pool.withTransaction(connection -> rows(
                        connection,
                        Sql.INSERT_USER,
                        Tuple.of(user.email(), user.active(), user.score(), user.token(), user.createdAt()))
                .compose(rows -> rows(
                        connection,
                        Sql.INSERT_PROFILE,
                        Tuple.of(
                                user(rows.iterator().next()).id(),
                                profile.name(),
                                profile.telephone(),
                                profile.locale())))
                .map(rows -> Checksums.ofNew(profile(rows.iterator().next(), 0))));
    }

    private static Future<Long> insert(SqlClient client, long turn) {
        UserRow user = NewRows.user(turn);
        return rows(
                        client,
                        Sql.INSERT_USER,
                        Tuple.of(user.email(), user.active(), user.score(), user.token(), user.createdAt()))
                .map(rows -> Checksums.ofNew(user(rows.iterator().next())));
    }

    private Future<Long> insertMany(long turn, int count) {
        return rows(pool, Sql.INSERT_MANY, Tuple.from(Columns.of(NewRows.users(turn, count))))
                .map(rows -> users(rows).stream().mapToLong(Checksums::ofNew).sum());
    }

    private Future<Long> settings(String sql, List<Setting> settings) {
        return rows(pool, sql, Tuple.from(Columns.ofSettings(settings))).map(rows -> {
            List<Setting> stored = new ArrayList<>(rows.size());
            for (Row row : rows) {
                stored.add(new Setting(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInteger(3),
                        row.getOffsetDateTime(4)));
            }
            return stored.stream().mapToLong(Setting::checksum).sum();
        });
    }

    static Future<RowSet<Row>> rows(SqlClient client, String sql, Tuple tuple) {
        return client.preparedQuery(sql).execute(tuple);
    }

    static List<UserRow> users(RowSet<Row> rows) {
        List<UserRow> users = new ArrayList<>(rows.size());
        for (Row row : rows) {
            users.add(user(row));
        }
        return users;
    }

    static UserRow user(Row row) {
        return new UserRow(
                row.getLong(0),
                row.getString(1),
                row.getBoolean(2),
                row.getInteger(3),
                row.getUUID(4),
                row.getOffsetDateTime(5));
    }

    private static ProfileRow profile(Row row, int from) {
        return new ProfileRow(
                row.getLong(from),
                row.getLong(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4));
    }
}
