package dev.kindred.it.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Starts PostgreSQL 18 from binaries that are Maven artifacts. Safe for use by many threads: it keeps no state. */
final class EmbeddedServer {

    /**
     * A client that stops answering while it logs in holds up every {@code drop database} until the server gives up on
     * it, hence the authentication timeout.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "200",
            "authentication_timeout", "5s",
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "lc_messages", "C",
            "log_min_messages", "fatal");

    /** The administrator needs no password, for the starter has none to give; plain roles log in as in production. */
    private static final String HOST_BASED_AUTHENTICATION = """
        host all postgres 127.0.0.1/32 trust
        host all all      127.0.0.1/32 scram-sha-256
        """;

    private EmbeddedServer() {}

    static RunningServer start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setDataDirectory(newDataDirectory())
                .setDataDirectoryCustomizer(EmbeddedServer::requirePasswords)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres postgres = builder.start();
            ServerAddress administrator =
                    new ServerAddress("127.0.0.1", postgres.getPort(), "postgres", "postgres", "");
            return RunningServer.started("embedded", administrator, () -> stop(postgres));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** Inside the starter's own folder, where it clears away what a killed JVM left behind. */
    private static Path newDataDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg", "kindred-" + UUID.randomUUID());
    }

    private static void requirePasswords(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write pg_hba.conf", e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }
}
