package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.BoundedConnectionPool;
import dev.kindred.reactor.internal.connection.ConnectionLifetime;
import dev.kindred.reactor.internal.connection.PoolTimes;
import dev.kindred.reactor.internal.connection.PoolTraits;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a {@link ConnectionPool}. Not thread-safe: use it in one thread.
 *
 * <p>Fixed settings:
 *
 * <ul>
 *   <li>At most {@code 10 * maxSize} callers can wait for a connection. If that is less than 1,000, 1,000 can wait.
 *   <li>A connection is checked to be open when it is acquired.
 *   <li>A connection lives 30 minutes, plus or minus a tenth, and is closed after 10 idle minutes.
 *   <li>Each connection keeps 256 prepared statements. TCP keep-alive is on. Rows are read in binary format.
 * </ul>
 *
 * <p>A URL can name several servers: {@code r2dbc:postgresql:failover://a:5432,b:5432/db}.
 *
 * <ul>
 *   <li>A new connection tries the servers one after another. Each has an equal part of {@link #connectTimeout}. The
 *       first that answers in time and has the wanted role is used. The role costs one statement for each new
 *       connection: {@code SELECT pg_is_in_recovery()}.
 *   <li>{@code targetServerType} is the wanted role: {@code primary} (the default), {@code secondary},
 *       {@code preferSecondary} or {@code any}.
 *   <li>A server that did not answer, or has another role, is tried after the others for {@code hostRecheckTime}; 10
 *       seconds by default.
 *   <li>{@code loadBalanceHosts=true} tries servers of equal rank in random order. The default is the order of the URL.
 *   <li>If no server accepts the connection, the error names each server and the reason.
 *   <li>If a server refuses a write because it became a standby (SQLSTATE 25006), all connections of the pool are
 *       replaced. This applies to pools of one server, too.
 * </ul>
 *
 * <p>The URL can have options after a question mark:
 *
 * <ul>
 *   <li>An option of the driver overrides the setting of this class:
 *       {@code r2dbc:postgresql://localhost/db?preparedStatementCacheQueries=0}.
 *   <li>{@code options} has settings of the server, separated by semicolons:
 *       {@code ?options=lock_timeout=3s;search_path=app}. They are added to the time limits of this builder. A limit in
 *       the URL overrides the same limit of the builder.
 *   <li>With {@link #pgbouncer()} only the settings of the URL are sent when a connection opens.
 * </ul>
 */
public final class ConnectionPoolBuilder {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final int WAITING_PER_CONNECTION = 10;
    private static final int WAITING_AT_LEAST = 1000;
    private static final int PREPARED_STATEMENTS = 256;
    private static final Option<Object> SERVER_SETTINGS = Option.valueOf("options");

    private final ConnectionFactoryOptions given;
    private int maxSize = 10;
    private Duration connectTimeout = FIVE_SECONDS;
    private Duration acquireTimeout = FIVE_SECONDS;
    private Duration statementTimeout = Duration.ofSeconds(30);
    private Duration lockTimeout = Duration.ofSeconds(10);
    private Duration idleInTransactionTimeout = Duration.ofSeconds(60);
    private @Nullable BiConsumer<Duration, Outcome> acquireListener;
    private boolean pgbouncer;
    private Consumer<PostgresqlConnectionConfiguration.Builder> driver = builder -> {};

    private ConnectionPoolBuilder(ConnectionFactoryOptions given) {
        this.given = given;
    }

    static ConnectionPoolBuilder of(String url) {
        return new ConnectionPoolBuilder(DriverConnections.parsed(Checks.notBlank(url, "url")));
    }

    static ConnectionPoolBuilder of(ConnectionFactoryOptions options) {
        return new ConnectionPoolBuilder(DriverConnections.checked(Checks.notNull(options, "options")));
    }

    /** Opens at most {@code connections} connections; 10 by default. */
    public ConnectionPoolBuilder maxSize(int connections) {
        Checks.argument(connections > 0, "maxSize must be positive, but is " + connections);
        this.maxSize = connections;
        return this;
    }

    /**
     * Waits at most {@code timeout} until a new connection is open and the server has accepted the login; 5 seconds by
     * default. A caller waits for it no longer than {@link #acquireTimeout}. Raise both limits if the server opens
     * connections slowly.
     */
    public ConnectionPoolBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /**
     * Waits at most {@code timeout} for a connection; 5 seconds by default. If the server grants fewer connections than
     * {@link #maxSize}, callers wait for the existing connections within the same time.
     */
    public ConnectionPoolBuilder acquireTimeout(Duration timeout) {
        this.acquireTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /**
     * Reports to {@code listener} how long each caller waited for a connection, and whether it got one. Called before
     * the caller gets the connection, on the same thread, so it must not block. An exception that it throws is logged
     * and otherwise ignored. No listener by default.
     */
    public ConnectionPoolBuilder onAcquire(BiConsumer<Duration, Outcome> listener) {
        this.acquireListener = Checks.notNull(listener, "listener");
        return this;
    }

    /** Sets the server's limit for a statement; 30 seconds by default. */
    public ConnectionPoolBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /** Sets the server's limit for a wait for a lock; 10 seconds by default. */
    public ConnectionPoolBuilder lockTimeout(Duration timeout) {
        this.lockTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /** Sets the server's limit for an idle transaction, after which it closes the connection; 60 seconds by default. */
    public ConnectionPoolBuilder idleInTransactionTimeout(Duration timeout) {
        this.idleInTransactionTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /**
     * Creates connections for a PgBouncer in transaction mode, in which each transaction can use another session of the
     * server.
     *
     * <ul>
     *   <li>No statement is prepared with a name. Otherwise a statement of another application with the same name could
     *       run instead, without an error.
     *   <li>Each transaction sets the limits of this builder for itself. A statement outside a transaction has only the
     *       limit of the mapper, {@link ReactiveMapperBuilder#statementTimeout}.
     *   <li>A session cannot be reset after SQL that may have changed it.
     *   <li>The driver always sends the start-up parameter {@code extra_float_digits}. PgBouncer needs
     *       {@code ignore_startup_parameters = extra_float_digits}.
     *   <li>Build the mapper with this pool itself, without a proxy around it.
     * </ul>
     */
    public ConnectionPoolBuilder pgbouncer() {
        this.pgbouncer = true;
        return this;
    }

    /**
     * Sets further options of the driver, such as TLS. The function is called when the pool is built. It overrides the
     * settings of this class and the options of the URL.
     */
    public ConnectionPoolBuilder driver(Consumer<PostgresqlConnectionConfiguration.Builder> options) {
        this.driver = Checks.notNull(options, "options");
        return this;
    }

    /**
     * Returns the pool. Opens no connection.
     *
     * @throws IllegalArgumentException if an option has a wrong value
     */
    public ConnectionPool build() {
        ConnectionLifetime lifetime = new ConnectionLifetime(Duration.ofMinutes(30), Duration.ofMinutes(10));
        return BoundedConnectionPool.of(
                DriverConnections.of(withDefaults(), connectTimeout, driver),
                maxSize,
                new PoolTimes(connectTimeout, acquireTimeout, Duration.ofMinutes(1), acquireListener),
                new PoolTraits(lifetime, pgbouncer, pgbouncer ? localLimits() : ""),
                pool -> pool.maxPendingAcquire(Math.max(WAITING_AT_LEAST, WAITING_PER_CONNECTION * maxSize))
                        .evictionPredicate(lifetime::isOver));
    }

    private ConnectionFactoryOptions withDefaults() {
        ConnectionFactoryOptions.Builder defaults = ConnectionFactoryOptions.builder()
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, PREPARED_STATEMENTS)
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, connectTimeout);
        return pgbouncer
                ? defaults.from(given)
                        .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, 0)
                        .build()
                : defaults.from(given).option(SERVER_SETTINGS, settings()).build();
    }

    /** The driver uses the last value of a setting. */
    private String settings() {
        String limits = String.join(";", limits());
        @Nullable Object own = given.getValue(SERVER_SETTINGS);
        return own == null ? limits : limits + ";" + (own instanceof Map<?, ?> map ? joined(map) : own);
    }

    private static String joined(Map<?, ?> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(";"));
    }

    private List<String> limits() {
        return List.of(
                "statement_timeout=" + statementTimeout.toMillis(),
                "lock_timeout=" + lockTimeout.toMillis(),
                "idle_in_transaction_session_timeout=" + idleInTransactionTimeout.toMillis());
    }

    private String localLimits() {
        return limits().stream().map(limit -> "; SET LOCAL " + limit).collect(Collectors.joining());
    }
}
