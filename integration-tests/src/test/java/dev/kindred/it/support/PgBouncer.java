package dev.kindred.it.support;

import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.PostgresDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real PgBouncer in transaction mode in front of a database. Confined to one thread. */
public final class PgBouncer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final int TRACKED_STATEMENTS = 500;
    private static final Pattern TRACKING = Pattern.compile("PgBouncer (1\\.(2[1-9]|[3-9]\\d)|[2-9])");

    private final Process process;
    private final int port;
    private final String database;
    private final Path directory;

    private PgBouncer(Process process, int port, String database, Path directory) {
        this.process = process;
        this.port = port;
        this.database = database;
        this.directory = directory;
    }

    /** Tells whether the binary is installed. */
    public static boolean isInstalled() {
        return binaries().anyMatch(Files::isExecutable);
    }

    /**
     * Starts a PgBouncer.
     *
     * @param database the database to connect to
     * @param sessions the number of server sessions
     * @param ignored the ignored start-up parameters, separated by commas
     */
    public static PgBouncer start(PostgresDatabase database, int sessions, String ignored) {
        return start(database, sessions, ignored, 0);
    }

    /**
     * Starts a PgBouncer that tracks the prepared statements of each client.
     *
     * @param database the database to connect to
     * @param sessions the number of server sessions
     */
    public static PgBouncer startTracking(PostgresDatabase database, int sessions) {
        return start(database, sessions, "extra_float_digits", TRACKED_STATEMENTS);
    }

    private static PgBouncer start(PostgresDatabase database, int sessions, String ignored, int tracked) {
        try {
            int port = freePort();
            Path directory = Files.createTempDirectory("kindred-pgbouncer");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path file = Files.writeString(directory.resolve("pgbouncer.ini"), """
                    [databases]
                    %1$s = host=%2$s port=%3$d dbname=%1$s user=%4$s password=%5$s
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %6$d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    default_pool_size = %7$d
                    max_client_conn = 1000
                    ignore_startup_parameters = %8$s
                    %9$s
                    """.formatted(
                            database.database(),
                            database.host(),
                            database.port(),
                            database.user(),
                            database.password(),
                            port,
                            sessions,
                            ignored,
                            tracksStatements() ? "max_prepared_statements = " + tracked : ""));
            Process process = new ProcessBuilder(command(file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(new File(directory.toFile(), "log")))
                    .start();
            PgBouncer started = new PgBouncer(process, port, database.database(), directory);
            Await.await(START, () -> isOpen(port), () -> "PgBouncer did not start: " + started.log());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("PgBouncer did not start", e);
        }
    }

    private static String binary() {
        return binaries().filter(Files::isExecutable).findFirst().orElseThrow().toString();
    }

    /** Tells whether the installed version tracks prepared statements: 1.21 or later. */
    public static boolean tracksStatements() {
        return isInstalled() && TRACKING.matcher(version()).find();
    }

    private static String version() {
        try {
            Process process = new ProcessBuilder(binary(), "--version").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("PgBouncer did not tell its version", e);
        }
    }

    /** PgBouncer refuses to run as root. */
    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>(List.of(binary()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(file.toString());
        return command;
    }

    private static Stream<Path> binaries() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return "no log, " + e;
        }
    }

    /**
     * Tells whether the property {@code kindred.test.pgbouncer} puts a PgBouncer in front of each database. Tests that
     * need a session are then skipped.
     */
    public static boolean isWanted() {
        return Boolean.getBoolean("kindred.test.pgbouncer");
    }

    /** Starts a pool of connections through this PgBouncer. */
    public ConnectionPoolBuilder pool() {
        ConnectionPoolBuilder pool = Connections.builder(r2dbcUrl()).pgbouncer();
        return tracksStatements() ? pool.driver(driver -> driver.preparedStatementCacheQueries(256)) : pool;
    }

    /** Returns the URL of the database through the proxy. Any user is accepted. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://anyone:any@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        // From 1.23 on, the ordinary signal waits for all clients.
        process.destroyForcibly();
        try {
            process.waitFor();
            for (String name : List.of("pgbouncer.ini", "log", "")) {
                Files.deleteIfExists(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PgBouncer left files behind", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
