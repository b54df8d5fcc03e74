package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** JDBC with HikariCP, with hand-written statements and mapping, on platform or virtual threads. */
public final class JdbcPeer {

    private static final int JOINED = 6;
    private static final int THREADS = 256;
    private static final String FIND = questionMarks(Sql.FIND);
    private static final String LIST = questionMarks(Sql.LIST);
    private static final String CHILDREN = questionMarks(Sql.CHILDREN);
    private static final String JOIN = questionMarks(Sql.JOIN);
    private static final String INSERT_USER = questionMarks(Sql.INSERT_USER);
    private static final String INSERT_PROFILE = questionMarks(Sql.INSERT_PROFILE);
    private static final String INSERT_MANY = questionMarks(Sql.INSERT_MANY);

    private final HikariDataSource pool;
    private final ExecutorService threads;

    private JdbcPeer(HikariDataSource pool, ExecutorService threads) {
        this.pool = pool;
        this.threads = threads;
    }

    /** Opens the peer on platform threads, one for each concurrent operation. */
    public static List<Peer> onPlatformThreads(Login login, int poolSize) {
        return open("jdbc-platform", pool(login, poolSize), Executors.newFixedThreadPool(THREADS));
    }

    /** Opens the peer on virtual threads, if the JVM supports them. */
    public static List<Peer> onVirtualThreads(Login login, int poolSize) {
        return VirtualThreads.executor()
                .map(threads -> open("jdbc-virtual", pool(login, poolSize), threads))
                .orElse(List.of());
    }

    private static List<Peer> open(String name, HikariDataSource pool, ExecutorService threads) {
        JdbcPeer peer = new JdbcPeer(pool, threads);
        Runnable closing = () -> {
            threads.shutdown();
            pool.close();
        };
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.operations());
        JdbcQueries.WORK.forEach((task, work) -> operations.put(task, peer.operation(work)));
        Peer main = new Peer(
                name, operations, closing, () -> pool.getHikariPoolMXBean().getActiveConnections());
        return List.of(main, main.variant("-join", Map.of(Task.LIST_WITH_CHILD, peer.operation(peer::join))));
    }

    private static HikariDataSource pool(Login login, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(login.jdbcUrl());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(poolSize);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, operation(this::find));
        operations.put(Task.LIST, operation(this::list));
        operations.put(Task.CREATE_BOTH, operation(this::create));
        operations.put(Task.INSERT, operation(this::insert));
        operations.put(Task.INSERT_THOUSAND, operation((connection, turn) -> insertMany(connection, turn, Turns.PAGE)));
        operations.put(
                Task.INSERT_TEN_THOUSAND, operation((connection, turn) -> insertMany(connection, turn, Turns.MANY)));
        operations.putAll(
                Parents.operations(rows -> operation((connection, turn) -> twoStatements(connection, turn, rows))));
        return operations;
    }

    private Operation operation(Work work) {
        return (turn, completion) -> threads.execute(() -> {
            long checksum;
            try (Connection connection = pool.getConnection()) {
                checksum = work.run(connection, turn);
            } catch (SQLException | RuntimeException e) {
                completion.fail(e);
                return;
            }
            completion.complete(checksum);
        });
    }

    private long find(Connection connection, long turn) throws SQLException {
        try (PreparedStatement statement = prepare(connection, FIND)) {
            statement.setLong(1, Turns.key(turn));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Checksums.of(user(row));
            }
        }
    }

    private long list(Connection connection, long turn) throws SQLException {
        return page(connection, turn, Turns.PAGE).stream()
                .mapToLong(Checksums::of)
                .sum();
    }

    private static List<UserRow> page(Connection connection, long turn, int rows) throws SQLException {
        try (PreparedStatement statement = prepare(connection, LIST)) {
            statement.setLong(1, Turns.pageStart(turn, rows));
            statement.setInt(2, rows);
            return users(statement);
        }
    }

    static List<UserRow> users(PreparedStatement statement) throws SQLException {
        List<UserRow> users = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(user(rows));
            }
        }
        return users;
    }

    private long twoStatements(Connection connection, long turn, int count) throws SQLException {
        List<UserRow> users = page(connection, turn, count);
        Map<Long, ProfileRow> profiles = new HashMap<>();
        try (PreparedStatement statement = prepare(connection, CHILDREN)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", users.stream().map(UserRow::id).toArray(Long[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ProfileRow profile = profile(rows, 0);
                    profiles.put(profile.userId(), profile);
                }
            }
        }
        return users.stream()
                .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                .mapToLong(Checksums::of)
                .sum();
    }

    private long join(Connection connection, long turn) throws SQLException {
        List<UserWithProfile> both = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, JOIN)) {
            long after = Turns.pageStart(turn, Turns.PAGE);
            statement.setLong(1, after);
            statement.setLong(2, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    both.add(new UserWithProfile(user(rows), profile(rows, JOINED)));
                }
            }
        }
        return both.stream().mapToLong(Checksums::of).sum();
    }

    private long create(Connection connection, long turn) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement parent = prepare(connection, INSERT_USER);
                PreparedStatement child = prepare(connection, INSERT_PROFILE)) {
            setUser(parent, NewRows.user(turn));
            ProfileRow profile = NewRows.profile(turn);
            child.setLong(1, users(parent).get(0).id());
            child.setString(2, profile.name());
            child.setString(3, profile.telephone());
            child.setString(4, profile.locale());
            try (ResultSet row = child.executeQuery()) {
                row.next();
                profile = profile(row, 0);
            }
            connection.commit();
            return Checksums.ofNew(profile);
        }
    }

    private long insert(Connection connection, long turn) throws SQLException {
        try (PreparedStatement statement = prepare(connection, INSERT_USER)) {
            setUser(statement, NewRows.user(turn));
            return Checksums.ofNew(users(statement).get(0));
        }
    }

    private static void setUser(PreparedStatement statement, UserRow user) throws SQLException {
        statement.setString(1, user.email());
        statement.setBoolean(2, user.active());
        statement.setInt(3, user.score());
        statement.setObject(4, user.token());
        statement.setObject(5, user.createdAt());
    }

    private long insertMany(Connection connection, long turn, int count) throws SQLException {
        Object[] columns = Columns.of(NewRows.users(turn, count));
        try (PreparedStatement statement = prepare(connection, INSERT_MANY)) {
            setArrays(statement, List.of("text", "boolean", "integer", "uuid", "timestamptz"), columns);
            return users(statement).stream().mapToLong(Checksums::ofNew).sum();
        }
    }

    static void setArrays(PreparedStatement statement, List<String> types, Object[] columns) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(i + 1, statement.getConnection().createArrayOf(types.get(i), (Object[]) columns[i]));
        }
    }

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    static UserRow user(ResultSet row) throws SQLException {
        return new UserRow(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                row.getInt(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class));
    }

    private static ProfileRow profile(ResultSet row, int before) throws SQLException {
        return new ProfileRow(
                row.getLong(before + 1),
                row.getLong(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                row.getString(before + 5));
    }

    static String questionMarks(String sql) {
        return sql.replaceAll("\\$[0-9]+", "?");
    }

    /** Work on a connection that is released afterwards. */
    @FunctionalInterface
    interface Work {
        long run(Connection connection, long turn) throws SQLException;
    }
}
