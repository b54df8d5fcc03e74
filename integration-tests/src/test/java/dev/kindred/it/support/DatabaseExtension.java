package dev.kindred.it.support;

import static java.util.Objects.requireNonNull;

import dev.kindred.reactor.Connections;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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
 * Gives a test class a database of its own and fails each test that leaves something behind. Safe for use by many
 * threads, as far as tests of one class don't run at the same time.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DatabaseExtension database = DatabaseExtension.create("create table pet (id bigint primary key)")
 *         .resetBefore("truncate pet");
 * }</pre>
 *
 * <p>A test leaves something behind if two seconds after it a pool has a connection acquired or awaited, a session runs
 * a statement, holds a transaction or a lock, or if Reactor dropped an error, or an event loop was blocked ({@link
 * BlockingCallGuard}). What was left is then cleared away, so that the next test is judged on its own.
 */
public final class DatabaseExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    private static final String POOL_SIZE_PROPERTY = "kindred.test.pool";
    private static final int DEFAULT_POOL_SIZE = 8;

    private final List<Supplier<String>> scripts;
    private final List<String> resets;
    private int openClasses;
    private @Nullable TestDatabase current;

    private DatabaseExtension(List<Supplier<String>> scripts, List<String> resets) {
        this.scripts = scripts;
        this.resets = resets;
    }

    /**
     * Starts with a database that is empty but for what the scripts make.
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
     * Adds what brings the database back to where a test expects it.
     *
     * @param sql scripts to run before each test
     * @return a new extension
     */
    public DatabaseExtension resetBefore(String... sql) {
        return new DatabaseExtension(
                scripts, Stream.concat(resets.stream(), Stream.of(sql)).toList());
    }

    /**
     * The database of the class that runs.
     *
     * @return the same database for all tests of a class
     * @throws IllegalStateException outside a test class
     */
    public PostgresDatabase postgres() {
        return current().postgres();
    }

    /**
     * The pool of the class: of at most eight connections, or what the system property {@code kindred.test.pool} says.
     *
     * @return the same pool for all tests of a class, unless a test left something behind in it
     */
    public ConnectionPool pool() {
        TestDatabase database = current();
        ConnectionPool existing = database.mainPool();
        return existing != null && !existing.isDisposed()
                ? existing
                : database.mainPool(buildPool(Integer.getInteger(POOL_SIZE_PROPERTY, DEFAULT_POOL_SIZE), driver -> {}));
    }

    /**
     * Opens one more pool. One opened in a test, or while its instance is made, lives until the end of the test; any
     * other until the end of the class.
     *
     * @param size how many connections it may have
     * @return a pool that is checked after the test like {@link #pool()}
     */
    public ConnectionPool newPool(int size) {
        return watch(buildPool(size, driver -> {}));
    }

    /**
     * Opens one more pool, as {@link #newPool(int)} does, whose connections go through a proxy.
     *
     * @param size how many connections it may have
     * @param proxy a proxy in front of {@link #postgres()}
     * @return a pool that is checked after the test like {@link #pool()}
     */
    public ConnectionPool newPool(int size, FaultProxy proxy) {
        return watch(buildPool(size, driver -> driver.host(proxy.host()).port(proxy.port())));
    }

    /**
     * Checks and disposes a pool that a test made in its own way, as if {@link #newPool(int)} had made it.
     *
     * @param pool any pool
     * @return the same pool
     */
    public ConnectionPool watch(ConnectionPool pool) {
        return current().watch(requireNonNull(pool, "pool must not be null"));
    }

    /**
     * Starts a configuration of the R2DBC driver, as the pools use it.
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

    /** Lets this one test pass although Reactor drops errors, as it may when connections break. */
    public void expectDroppedErrors() {
        current().expectDroppedErrors();
    }

    /** Lets this one test pass although Reactor drops errors of sockets that were cut, and of nothing else. */
    public void expectBrokenSockets() {
        current().expectBrokenSockets();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        openClasses++;
        if (openClasses == 1) {
            DroppedErrors.startAfresh();
            TestDatabase database = new TestDatabase();
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

    /** Nested classes use the database of the class around them, so only the outermost ends it. */
    @Override
    public synchronized void afterAll(ExtensionContext context) {
        openClasses--;
        if (openClasses == 0 && current != null) {
            TestDatabase ended = current;
            current = null;
            ended.close();
        }
    }

    /** The pool a user would have, so that the suite runs on the defaults of the library. */
    private ConnectionPool buildPool(int size, Consumer<PostgresqlConnectionConfiguration.Builder> driver) {
        return Connections.builder(postgres().r2dbcUrl())
                .maxSize(size)
                .driver(driver)
                .build();
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
