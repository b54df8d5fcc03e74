package dev.kindred.test.internal;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A primary and its streaming standbys, each an embedded PostgreSQL. A standby begins with a copy of the stopped
 * primary (PostgreSQL manual, chapter "Log-Shipping Standby Servers"). Confined to one thread.
 */
public final class Cluster implements AutoCloseable {

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int PORT_ATTEMPTS = 20;
    private static final String HOST = "127.0.0.1";
    private static final String AUTHENTICATION = """
            host all         postgres 127.0.0.1/32 trust
            host replication postgres 127.0.0.1/32 trust
            """;

    /** Durable, as in production. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", HOST,
            "unix_socket_directories", "",
            "max_connections", "100",
            "wal_level", "replica",
            "hot_standby", "on",
            "wal_retrieve_retry_interval", "100ms",
            "fsync", "on",
            "log_min_messages", "fatal");

    private final List<Server> servers = new ArrayList<>();

    private Cluster() {}

    /**
     * Starts a primary with {@code tables}, and {@code standbys} standbys that have applied them.
     *
     * @param settings further settings of the primary
     */
    public static Cluster start(int standbys, Map<String, String> settings, String tables) {
        Cluster cluster = new Cluster();
        try {
            Server primary = cluster.add("primary");
            primary.start(Map.of());
            primary.execute(tables);
            primary.close();
            for (int i = 1; i <= standbys; i++) {
                cluster.add("standby" + i).copyOf(primary);
            }
            primary.start(settings);
            for (Server standby : cluster.servers.subList(1, cluster.servers.size())) {
                standby.start(Map.of());
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private Server add(String name) {
        Server server = new Server(name);
        servers.add(server);
        return server;
    }

    /** Returns the server that was started as the primary. */
    public Server primary() {
        return servers.get(0);
    }

    /** Returns the standby with the index {@code number}, which begins with 1. */
    public Server standby(int number) {
        return servers.get(number);
    }

    /** Returns {@code host:port} of each server, the primary first. */
    public List<String> addresses() {
        return servers.stream().map(Server::address).toList();
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
        servers.forEach(server -> delete(server.directory));
    }

    private static void delete(Path directory) {
        run("rm", "-rf", directory.toString());
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(command[0] + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not of the ports that the system gives to clients. A client would take the port of a server that stops. */
    private static int freePort() {
        IOException refused = null;
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                refused = e;
            }
        }
        throw new UncheckedIOException(requireNonNull(refused));
    }

    /** One server. Confined to one thread. */
    public static final class Server implements AutoCloseable {

        private final int port = freePort();
        private final Path directory;
        private final Map<String, String> own = new TreeMap<>();
        private Map<String, String> given = Map.of();
        private @Nullable EmbeddedPostgres process;

        private Server(String name) {
            this.directory = Path.of(
                    System.getProperty("java.io.tmpdir"), "embedded-pg", "kindred-" + name + "-" + UUID.randomUUID());
        }

        private void start(Map<String, String> settings) {
            given = settings;
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setCleanDataDirectory(false)
                    .setDataDirectory(directory)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setDataDirectoryCustomizer(data -> write(data.toPath().resolve("pg_hba.conf"), AUTHENTICATION))
                    .setLocaleConfig("locale", "C");
            Map<String, String> all = new TreeMap<>(SETTINGS);
            all.putAll(settings);
            all.putAll(own);
            all.forEach(builder::setServerConfig);
            try {
                process = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The copy keeps the owner of the files, who is not the user of this process if that is root. */
        private void copyOf(Server primary) {
            run("cp", "-a", primary.directory.toString(), directory.toString());
            write(directory.resolve("standby.signal"), "");
            own.put(
                    "primary_conninfo",
                    "'host=" + HOST + " port=" + primary.port + " user=postgres application_name="
                            + directory.getFileName().toString().replaceAll("[^a-z0-9]", "_") + "'");
        }

        /** Returns the port. */
        public int port() {
            return port;
        }

        /** Returns {@code host:port}. */
        public String address() {
            return HOST + ":" + port;
        }

        /** Runs SQL as the administrator. */
        public void execute(String sql) {
            EmbeddedPostgres running = requireNonNull(process, "the server is not running");
            try (Connection connection = running.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        /** Stops without a checkpoint and without a word to the clients, as a crash of all processes does. */
        public void crash() {
            signal("QUIT", postmaster());
        }

        /**
         * Stops and starts again with the same settings and port. Returns when it accepts connections.
         *
         * @param signal {@code QUIT} to crash all processes, {@code INT} to end all sessions and write a checkpoint
         */
        public void restart(String signal) {
            long pid = postmaster();
            signal(signal, pid);
            Await.await(
                    Duration.ofSeconds(60), () -> !isRunning(pid), () -> "postmaster " + pid + " ignores " + signal);
            close();
            start(given);
        }

        /** Returns the process that starts the others. */
        public long postmaster() {
            try {
                return Long.parseLong(
                        Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Sends a signal such as {@code STOP} to a process of this server. A process that has ended is no error. */
        public static void signal(String signal, long pid) {
            run("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null || true");
        }

        /** A dead process whose parent has not noticed does not run. */
        private static boolean isRunning(long pid) {
            try {
                Path status = Path.of("/proc", Long.toString(pid), "stat");
                return Files.isDirectory(Path.of("/proc/self"))
                        ? Files.exists(status) && !Files.readString(status).contains(") Z ")
                        : ProcessHandle.of(pid).isPresent();
            } catch (IOException ended) {
                return false;
            }
        }

        /** Makes a standby the primary, and waits until it is. */
        public void promote() {
            execute("select pg_promote(true, 30)");
        }

        @Override
        public void close() {
            if (process != null) {
                try {
                    process.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                process = null;
            }
        }

        private static void write(Path file, String content) {
            try {
                Files.writeString(file, content);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
