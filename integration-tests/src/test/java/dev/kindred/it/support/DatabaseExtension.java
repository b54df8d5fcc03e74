package dev.kindred.it.support;

import static java.util.Objects.requireNonNull;

import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.test.internal.PostgresDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.spi.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Gives a test class its own database and fails each test that leaves resources behind. Safe for use by many threads,
 * if the tests of one class do not run concurrently.
 * <pre>{@code
 * @RegisterExtension
 * static final DatabaseExtension database = DatabaseExtension.create("create table pet (id bigint primary key)")
 *         .resetBefore("truncate pet");
 * }</pre>
 *
 * <p>A test leaves resources behind if one of these holds five seconds after it:
 * <ul>
 * <li>A pool has an acquired connection or a pending acquisition.
 * <li>A session runs a statement, or holds a transaction or a lock.
 * <li>Reactor dropped an error.
 * <li>An event loop was blocked ({@link BlockingCallGuard}).
 * <li>A bound value is in the text of a statement, a log or an error ({@link LeakGuard}).
 * </ul>
 *
 * <p>The resources are then released, so that they do not affect the next test.
 */
public final class DatabaseExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    private static final String POOL_SIZE_PROPERTY = "kindred.test.pool";
    private static final int DEFAULT_POOL_SIZE = 8;
    private static final int ACQUIRE_RETRIES = 60;
    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(1);
    private static final Duration ACQUIRE_LIMIT = Duration.ofMinutes(2);

    private final List<Supplier<String>> scripts;
    private final List<String> resets;
    private int openClasses;
    private @Nullable TestDatabase current;

    private DatabaseExtension(List<Supplier<String>> scripts, List<String> resets) {
        this.scripts = scripts;
        this.resets = resets;
    }

    /**
     * Creates an extension. The database contains only what the scripts create.
     *
     * @param sql scripts of any number of statements, run once for the class, as the owner of the database
     * @return an extension for one test class
     */
    public static DatabaseExtension create(String... sql) {
        return new DatabaseExtension(
                Stream.of(sql).<Supplier<String>>map(script -> () -> script).toList(), List.of());
    }

    /**
     * Adds a script from a file.
     *
     * @param script a file of SQL statements, read when the class starts
     * @return a new extension
     */
    public DatabaseExtension withScript(Path script) {
        requireNonNull(script, "script must not be null");
        return withScript(() -> read(script));
    }

    /**
     * Adds the tables and rows of {@link Chinook}; to be used together with {@link EnabledIfChinook}.
     *
     * @return a new extension
     */
    public DatabaseExtension withChinook() {
        return withScript(Chinook::sql);
    }

    /**
     * Adds scripts that restore the initial state.
     *
     * @param sql scripts to run before each test
     * @return a new extension
     */
    public DatabaseExtension resetBefore(String... sql) {
        return new DatabaseExtension(
                scripts, Stream.concat(resets.stream(), Stream.of(sql)).toList());
    }

    /**
     * The database of the current class.
     *
     * @return the same database for all tests of a class
     * @throws IllegalStateException outside a test class
     */
    public PostgresDatabase postgres() {
        return current().postgres();
    }

    /**
     * The pool of the class. It has at most eight connections, or the number in the system property {@code
     * kindred.test.pool}.
     *
     * @return the same pool for all tests of a class, unless a test left resources in it
     */
    public ConnectionPool pool() {
        TestDatabase database = current();
        ConnectionPool existing = database.mainPool();
        return existing != null && !existing.isDisposed()
                ? existing
                : database.mainPool(buildPool(Integer.getInteger(POOL_SIZE_PROPERTY, DEFAULT_POOL_SIZE)));
    }

    /**
     * Opens another pool. A pool opened in a test, or while its instance is created, lives until the end of the test.
     * Any other pool lives until the end of the class.
     *
     * @param size the maximum number of connections
     * @return a pool that is checked after the test like {@link #pool()}
     */
    public ConnectionPool newPool(int size) {
        return watch(buildPool(size));
    }

    /**
     * Opens another pool like {@link #newPool(int)}, whose connections go through a proxy.
     *
     * @param size the maximum number of connections
     * @param proxy a proxy in front of {@link #postgres()}
     * @return a pool that is checked after the test like {@link #pool()}
     */
    public ConnectionPool newPool(int size, FaultProxy proxy) {
        return watch(patient(Connections.builder(postgres().r2dbcUrl()))
                .maxSize(size)
                .driver(driver -> driver.host(proxy.host()).port(proxy.port()))
                .build());
    }

    /**
     * Starts a pool for {@link #watch}. It has the defaults of the library, but its callers wait longer, for a busy
     * machine.
     *
     * @return a new builder
     */
    public ConnectionPoolBuilder poolBuilder() {
        return patient(
                PgBouncer.isWanted()
                        ? current().pooler().pool()
                        : Connections.builder(postgres().r2dbcUrl()));
    }

    /**
     * Lets the callers of a pool wait as long as those of the other pools of the tests.
     *
     * @param pool a builder of a pool
     * @return the same builder
     */
    public static ConnectionPoolBuilder patient(ConnectionPoolBuilder pool) {
        return pool.connectTimeout(CONNECT_LIMIT).acquireTimeout(ACQUIRE_LIMIT);
    }

    /**
     * Acquires a connection, also if opening it takes longer than the acquire timeout of the pool.
     *
     * @param pool any pool
     * @return a connection that the caller closes
     */
    public static Connection acquire(ConnectionPool pool) {
        return requireNonNull(pool.create().retry(ACQUIRE_RETRIES).block());
    }

    /**
     * Checks and disposes a pool that a test created itself, as for {@link #newPool(int)}.
     *
     * @param pool any pool
     * @return the same pool
     */
    public ConnectionPool watch(ConnectionPool pool) {
        return current().watch(requireNonNull(pool, "pool must not be null"));
    }

    /**
     * Starts a configuration of the R2DBC driver, with the settings of the pools.
     *
     * @return a new builder
     */
    public PostgresqlConnectionConfiguration.Builder configuration() {
        return postgres()
                .connectionConfiguration()
                .forceBinary(true)
                .preparedStatementCacheQueries(256)
                .tcpKeepAlive(true);
    }

    /** Ignores errors that Reactor drops in the current test, which can happen when connections break. */
    public void expectDroppedErrors() {
        current().expectDroppedErrors();
    }

    /**
     * Ignores errors of broken sockets that Reactor drops in the current test. Other dropped errors still fail the
     * test.
     */
    public void expectBrokenSockets() {
        current().expectBrokenSockets();
    }

    /** Ignores values in the errors and statements of the current test, which asks for them or writes them itself. */
    public void expectShownValues() {
        current().expectShownValues();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        openClasses++;
        if (openClasses == 1) {
            DroppedErrors.startAfresh();
            Leaks.startAfresh();
            TestDatabase database = new TestDatabase(context.getRequiredTestClass());
            current = database;
            scripts.forEach(script -> database.postgres().execute(script.get()));
        }
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        TestDatabase database = current;
        boolean forOneTest = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        if (database != null && forOneTest) {
            database.testBegins();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        current().testBegins();
        resets.forEach(postgres()::execute);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        current().testEnds();
    }

    /** Nested classes use the database of the enclosing class, so only the outermost class closes it. */
    @Override
    public synchronized void afterAll(ExtensionContext context) {
        openClasses--;
        if (openClasses == 0 && current != null) {
            TestDatabase ended = current;
            current = null;
            ended.close();
        }
    }

    private ConnectionPool buildPool(int size) {
        return poolBuilder().maxSize(size).build();
    }

    private DatabaseExtension withScript(Supplier<String> script) {
        return new DatabaseExtension(
                Stream.concat(scripts.stream(), Stream.of(script)).toList(), resets);
    }

    private synchronized TestDatabase current() {
        if (current == null) {
            throw new IllegalStateException("There is a database only while a class runs that has this extension"
                    + " as a static field with @RegisterExtension");
        }
        return current;
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + script, e);
        }
    }
}
