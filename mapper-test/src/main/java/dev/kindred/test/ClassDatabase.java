package dev.kindred.test;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The database of a test class, and its pool. Thread-safe. */
final class ClassDatabase implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PostgresDatabase postgres;
    private final ConnectionPool pool;

    private ClassDatabase(PostgresDatabase postgres, ConnectionPool pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    /** Creates a database with the tables and scripts of {@code settings}. Blocks. */
    static ClassDatabase create(KindredTest settings) {
        PostgresDatabase postgres = PostgresServer.shared().createDatabase();
        ConnectionPool pool = Connections.builder(postgres.r2dbcUrl())
                .maxSize(settings.poolSize())
                // A machine that runs tests may be slow.
                .connectTimeout(LIMIT)
                .acquireTimeout(LIMIT)
                .build();
        ClassDatabase database = new ClassDatabase(postgres, pool);
        try {
            database.fill(settings);
            return database;
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private void fill(KindredTest settings) {
        if (settings.entities().length > 0) {
            ReactiveMapper.create(pool).schema(settings.entities()).create().block(LIMIT);
        }
        for (String script : settings.scripts()) {
            postgres.execute(read(script));
        }
    }

    private static String read(String script) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (@Nullable InputStream stream = loader.getResourceAsStream(script)) {
            if (stream == null) {
                throw new IllegalArgumentException("The script " + script
                        + " of @KindredTest does not exist. Name a resource of the class path, such as schema.sql.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + script, e);
        }
    }

    ConnectionPool pool() {
        return pool;
    }

    @Override
    public void close() {
        try {
            pool.disposeLater().block(LIMIT);
        } finally {
            postgres.close();
        }
    }
}
