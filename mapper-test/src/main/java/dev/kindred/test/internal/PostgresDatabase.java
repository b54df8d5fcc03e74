package dev.kindred.test.internal;

import static java.util.Objects.requireNonNull;

import dev.kindred.test.internal.error.SqlFailure;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A database for one test, owned by a role without other rights. Safe for use by many threads; the blocking calls share
 * one connection in turn.
 */
public final class PostgresDatabase implements AutoCloseable {

    private final ServerAddress address;
    private final JdbcSession owner;
    private final DatabaseActivity activity;
    private final Consumer<PostgresDatabase> drop;

    PostgresDatabase(ServerAddress address, JdbcSession administrator, Consumer<PostgresDatabase> drop) {
        this.address = address;
        this.owner = new JdbcSession(address);
        this.activity = new DatabaseActivity(administrator, address.database());
        this.drop = drop;
    }

    /**
     * Returns the URL with the password.
     *
     * @return {@code r2dbc:postgresql://user:password@host:port/database}
     */
    public String r2dbcUrl() {
        return address.r2dbcUrl();
    }

    /**
     * Returns the host of the server.
     *
     * @return a name or an address
     */
    public String host() {
        return address.host();
    }

    /**
     * Returns the TCP port of the server.
     *
     * @return the TCP port
     */
    public int port() {
        return address.port();
    }

    /**
     * Returns the name of the database.
     *
     * @return a generated name
     */
    public String database() {
        return address.database();
    }

    /**
     * Returns the role that owns the database, without superuser rights.
     *
     * @return a generated name
     */
    public String user() {
        return address.user();
    }

    /**
     * Returns the password of the owner.
     *
     * @return a generated password
     */
    public String password() {
        return address.password();
    }

    /**
     * Starts a configuration of the R2DBC driver with the address and the login of the owner only.
     *
     * @return a new builder
     */
    public PostgresqlConnectionConfiguration.Builder connectionConfiguration() {
        return PostgresqlConnectionConfiguration.builder()
                .host(host())
                .port(port())
                .database(database())
                .username(user())
                .password(password())
                .applicationName("kindred-test");
    }

    /**
     * Runs a script as the owner: any number of statements, in one implicit transaction unless the script controls
     * transactions.
     *
     * @param sqlScript statements with semicolons between them, without parameters
     * @throws SqlFailure if a statement fails
     */
    public void execute(String sqlScript) {
        owner.execute(requireNonNull(sqlScript, "sqlScript must not be null"));
    }

    /**
     * Runs a query as the owner. Dates and times are {@code java.time} types, arrays are lists, and types without a
     * Java equivalent are texts.
     *
     * @param sql one statement that returns rows, with a {@code ?} for each argument
     * @param arguments the values to bind
     * @return the rows in the order of the query, each a map from column name to value
     * @throws SqlFailure if the statement fails
     */
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        return owner.query(requireNonNull(sql, "sql must not be null"), arguments);
    }

    /**
     * Runs a query that must return exactly one row.
     *
     * @param sql one statement, with a {@code ?} for each argument
     * @param arguments the values to bind
     * @return the row, a map from column name to value
     * @throws AssertionError if the query returns no row or several rows
     */
    public Map<String, @Nullable Object> queryOne(String sql, @Nullable Object... arguments) {
        List<Map<String, @Nullable Object>> rows = query(sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError("Expected one row but there were " + rows.size() + " of: " + sql);
        }
        return rows.get(0);
    }

    /**
     * Runs a query that must return exactly one number, for example a count.
     *
     * @param sql one statement, with a {@code ?} for each argument
     * @param arguments the values to bind
     * @return the first column of the only row
     * @throws AssertionError if the query returns no row or several rows, or if the value is not a number
     */
    public long queryLong(String sql, @Nullable Object... arguments) {
        Object value = queryOne(sql, arguments).values().iterator().next();
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new AssertionError("Expected a number but got " + value + " from: " + sql);
    }

    /**
     * Returns the clients of this database, without the connection of {@link #execute} and {@link #query}.
     *
     * @return the sessions, oldest process number first
     */
    public List<DatabaseSession> sessions() {
        return activity.sessionsBesides(owner.pid());
    }

    /**
     * Terminates one session, as an administrator would.
     *
     * @param pid the server process, from {@link #sessions()} or {@code pg_backend_pid()}
     * @return false if this database has no such session
     */
    public boolean terminateBackend(int pid) {
        return activity.terminate(pid);
    }

    /** Terminates every session except that of {@link #execute} and {@link #query}. */
    public void terminateSessions() {
        activity.terminateAllBesides(owner.pid());
    }

    /**
     * Asserts that no session runs a statement or holds an open transaction or a lock, and that no prepared transaction
     * exists.
     *
     * @param limit the maximum time until the sessions are idle
     * @throws AssertionError if the limit passes first; its message lists the remaining activity and all sessions
     */
    public void awaitQuiet(Duration limit) {
        requireNonNull(limit, "limit must not be null");
        Await.await(limit, () -> disturbances().isEmpty(), this::describeActivity);
    }

    /** Terminates all sessions, and drops the database and its role. Closing twice has no effect. */
    @Override
    public void close() {
        owner.close();
        drop.accept(this);
    }

    @Override
    public String toString() {
        return "PostgresDatabase[" + address + "]";
    }

    private List<String> disturbances() {
        return activity.disturbancesBesides(owner.pid());
    }

    private String describeActivity() {
        return "Database " + database() + " is not quiet:"
                + indented(disturbances())
                + "\nIts sessions:"
                + indented(sessions());
    }

    private static String indented(List<?> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
