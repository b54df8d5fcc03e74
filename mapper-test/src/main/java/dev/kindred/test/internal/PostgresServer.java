package dev.kindred.test.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server that creates databases for tests. Safe for use by many threads.
 *
 * <p>The server is the first of these:
 *
 * <ul>
 *   <li>the server of {@code KINDRED_POSTGRES_URL}, whose role must be allowed to create roles and databases;
 *   <li>a container, if a Docker engine responds;
 *   <li>an embedded PostgreSQL 18.
 * </ul>
 */
public final class PostgresServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(PostgresServer.class.getName());

    private final RunningServer server;
    private final JdbcSession administrator;
    private final Set<PostgresDatabase> databases = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(RunningServer server) {
        this.server = server;
        this.administrator = new JdbcSession(server.administrator());
    }

    /**
     * Returns the server of this JVM. The first call starts it; it stops when the JVM exits.
     *
     * @return always the same server
     */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /**
     * Finds or starts a server that the caller must close.
     *
     * @return the server that the environment names, or a new server
     */
    public static PostgresServer start() {
        PostgresServer started = new PostgresServer(ServerSearch.find(System.getenv()));
        LOGGER.log(System.Logger.Level.DEBUG, "{0}", started);
        return started;
    }

    /**
     * Returns the kind of this server.
     *
     * @return {@code environment}, {@code embedded}, or {@code container} with the image's name
     */
    public String origin() {
        return server.origin();
    }

    /**
     * Returns the version of the server.
     *
     * @return for example {@code 18.6}
     */
    public String version() {
        return String.valueOf(administrator.query("show server_version").get(0).get("server_version"));
    }

    /**
     * Creates an empty database with a new name, role and password. The role owns the database and has no other rights.
     *
     * @return the database, which the caller must close
     */
    public PostgresDatabase createDatabase() {
        String name = "kindred_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        String password = UUID.randomUUID().toString();
        ServerAddress address = server.administrator().with(name, name, password);
        // An administrator without superuser rights can transfer a database only to a role that it is a member of.
        List.of(
                        "create role %s login nosuperuser nocreatedb nocreaterole password '%s'",
                        "grant %s to current_user", "create database %s owner %1$s encoding 'UTF8' template template0")
                .forEach(sql -> administrator.execute(String.format(Locale.ROOT, sql, name, password)));
        PostgresDatabase database = new PostgresDatabase(address, administrator, this::drop);
        databases.add(database);
        return database;
    }

    /**
     * Stops the server if this class started it, otherwise drops the remaining databases. Closing twice has no effect.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (administrator) {
                if (!server.isOurs()) {
                    databases.forEach(PostgresDatabase::close);
                }
            } finally {
                server.stop().run();
            }
        }
    }

    @Override
    public String toString() {
        return "PostgresServer[" + origin() + ", " + server.administrator() + "]";
    }

    private void drop(PostgresDatabase database) {
        if (databases.remove(database)) {
            administrator.execute("drop database if exists " + database.database() + " with (force)");
            administrator.execute("drop role if exists " + database.user());
        }
    }

    /** Starts the server once, on first use of this class. */
    private static final class Shared {

        static final PostgresServer SERVER = startUntilExit();

        private static PostgresServer startUntilExit() {
            PostgresServer server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-server-close"));
            return server;
        }
    }
}
