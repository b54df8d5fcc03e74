package dev.kindred.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.kindred.examples.data.Schema;
import dev.kindred.it.support.PostgresDatabase;
import dev.kindred.it.support.PostgresServer;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserImportTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private PostgresDatabase database;
    private ConnectionPool pool;
    private ReactiveMapper mapper;

    @BeforeEach
    void database() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Schema.script());
        pool = Connections.pool(database.r2dbcUrl());
        mapper = ReactiveMapper.create(pool);
    }

    @AfterEach
    void close() {
        pool.disposeLater().block(LIMIT);
        database.close();
    }

    private UserFile file(int rows) {
        UserFile file = new UserFile(folder.resolve("users.csv"));
        file.createIfAbsent(rows, written -> {});
        return file;
    }

    @Test
    void whatWasCancelledGoesOnWhereItStopped() {
        UserFile file = file(4500);
        assertThat(new UserImport(mapper, file).run().take(3).collectList().block(LIMIT))
                .containsExactly(0L, 1000L, 2000L);
        long before = new UserImport(mapper, file).imported().block(LIMIT);

        List<Long> steps = new UserImport(mapper, file).run().collectList().block(LIMIT);

        assertThat(steps).startsWith(before).endsWith(4500L);
        assertThat(database.queryLong("select count(distinct email) from users"))
                .isEqualTo(4500);
        assertThat(database.queryLong("select count(*) from users")).isEqualTo(4500);
        assertThat(database.queryLong("select count(*) from profiles where user_id is not null"))
                .isEqualTo(4050);
        assertThat(new UserImport(mapper, file).run().collectList().block(LIMIT))
                .containsExactly(4500L);
    }

    @Test
    void aLineThatIsWrongIsNamedAndWhatStandsBeforeItIsStored() throws IOException {
        UserFile file = file(1500);
        Files.writeString(file.path(), Files.readString(file.path()) + "only one column\n");

        assertThatThrownBy(() -> new UserImport(mapper, file).run().blockLast(LIMIT))
                .isInstanceOf(CsvParseException.class)
                .hasMessageContaining("line 1501");
        assertThat(database.queryLong("select count(*) from users")).isEqualTo(1000);
        assertThat(database.queryLong("select imported_rows from import_progress"))
                .isEqualTo(1000);
    }
}
