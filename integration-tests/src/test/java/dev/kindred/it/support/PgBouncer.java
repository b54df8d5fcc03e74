package dev.kindred.it.support;

import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.PostgresDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real PgBouncer in transaction mode in front of a database. Confined to one thread. */
public final class PgBouncer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

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
                    ignore_startup_parameters = %8$s
                    """.formatted(
                            database.database(),
                            database.host(),
                            database.port(),
                            database.user(),
                            database.password(),
                            port,
                            sessions,
                            ignored));
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

    /** PgBouncer refuses to run as root. */
    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>(List.of(
                binaries().filter(Files::isExecutable).findFirst().orElseThrow().toString()));
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

    /** Returns the URL of the database through the proxy. Any user is accepted. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://anyone:any@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        process.destroy();
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
