package dev.kindred.test.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Starts PostgreSQL from binaries in Maven artifacts. Safe for use by many threads: it has no state. */
final class EmbeddedServer {

    /** A server of a test forgets its data with its JVM. Measurements of writes need a server that keeps them. */
    static final String DURABLE = Boolean.getBoolean("kindred.postgres.durable") ? "on" : "off";

    /**
     * A client that stops responding during its login blocks each {@code drop database} until the authentication
     * timeout, so that timeout is short. A login on a busy machine takes seconds.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "200",
            "authentication_timeout", "20s",
            "fsync", DURABLE,
            "full_page_writes", DURABLE,
            "synchronous_commit", DURABLE,
            "lc_messages", "C",
            "log_min_messages", "fatal");

    /** The administrator needs no password, because the starter has none. Other roles log in as in production. */
    private static final String HOST_BASED_AUTHENTICATION = """
        host all postgres 127.0.0.1/32 trust
        host all all      127.0.0.1/32 scram-sha-256
        """;

    private EmbeddedServer() {}

    static RunningServer start() {
        try {
            return start(builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8"));
        } catch (IllegalStateException initdbFailed) {
            // initdb has the builtin provider since PostgreSQL 17. By default the starter has PostgreSQL 14.
            return start(builder());
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setDataDirectory(newDataDirectory())
                .setDataDirectoryCustomizer(EmbeddedServer::requirePasswords)
                .setLocaleConfig("locale", "C");
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    private static RunningServer start(EmbeddedPostgres.Builder builder) {
        try {
            EmbeddedPostgres postgres = builder.start();
            ServerAddress administrator =
                    new ServerAddress("127.0.0.1", postgres.getPort(), "postgres", "postgres", "");
            return RunningServer.started("embedded", administrator, () -> stop(postgres));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** Returns a directory in the starter's folder. The starter deletes directories of killed JVMs there. */
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
