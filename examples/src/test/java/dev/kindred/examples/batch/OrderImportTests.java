package dev.kindred.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.examples.batch.FileRow.LineRow;
import dev.kindred.examples.batch.FileRow.OrderRow;
import dev.kindred.examples.batch.FileRow.UserRow;
import dev.kindred.examples.data.Schema;
import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

class OrderImportTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

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

    private OrderFile file(int rows) {
        OrderFile file = new OrderFile(folder.resolve("orders.csv"));
        file.createIfAbsent(rows, written -> {});
        return file;
    }

    private OrderFile file(String text) throws IOException {
        return new OrderFile(Files.writeString(folder.resolve("small.csv"), text));
    }

    private List<Long> run(OrderFile file, int chunks) {
        return new OrderImport(mapper, file).run().take(chunks).collectList().block(LIMIT);
    }

    /** Reads the file's rows back from the three tables. The keys of the rows are in the order of the file. */
    private List<FileRow> stored() {
        return mapper
                .from(User.class)
                .preload(User_.PROFILE)
                .preload(User_.ORDERS, orders -> orders.orderBy(Order_.ID.asc()).preload(Order_.LINES))
                .orderBy(User_.ID.asc())
                .stream()
                .concatMap(this::rows)
                .collectList()
                .block(LIMIT);
    }

    private Flux<FileRow> rows(User user) {
        Flux<FileRow> head = user.profile()
                .<FileRow>map(profile -> row(user, profile))
                .defaultIfEmpty(new UserRow(user.email(), "", null, "en"))
                .flux();
        return head.concatWith(user.orders().concatMap(OrderImportTests::rows));
    }

    private static UserRow row(User user, Profile profile) {
        return new UserRow(user.email(), profile.name(), profile.telephone(), profile.locale());
    }

    private static Flux<FileRow> rows(Order order) {
        OrderRow head = new OrderRow(order.number(), order.placedOn(), order.total());
        return Flux.<FileRow>just(head).concatWith(order.lines().map(OrderImportTests::row));
    }

    private static FileRow row(Line line) {
        return new LineRow(line.article(), line.quantity(), line.price());
    }

    @Test
    void aCancelledImportResumesAfterTheStoredRows() {
        OrderFile file = file(7500);
        assertThat(run(file, 3)).containsExactly(0L, 1000L, 2000L);
        long before = new OrderImport(mapper, file).imported().block(LIMIT);

        assertThat(run(file, Integer.MAX_VALUE)).startsWith(before).endsWith(7500L);

        assertThat(stored()).isEqualTo(file.rows(0).collectList().block(LIMIT));
        assertThat(run(file, Integer.MAX_VALUE)).containsExactly(7500L);
    }

    @Test
    void anImportThatIsCancelledDuringEachChunkStoresEachRowOnce() {
        OrderFile file = file(4500);

        for (int run = 0; run < 10; run++) {
            run(file, 2);
        }

        assertThat(stored()).isEqualTo(file.rows(0).collectList().block(LIMIT));
    }

    @Test
    void aUserHasMoreOrdersThanAChunkHasRows() {
        OrderFile file = file(7500);

        run(file, Integer.MAX_VALUE);

        assertThat(database.queryLong(
                        "select max(orders) from (select count(*) orders from orders group by user_id) o"))
                .isEqualTo(1500);
    }

    @Test
    void aWrongLineIsNamedAfterTheChunkBeforeItIsStored() throws IOException {
        OrderFile file = file(1500);
        Files.writeString(file.path(), Files.readString(file.path()) + "only one column\n");

        assertThatThrownBy(() -> run(file, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1501");
        assertThat(database.queryLong("select imported_rows from import_progress"))
                .isEqualTo(1000);
        assertThat(stored()).isEqualTo(file.rows(0).take(1000).collectList().block(LIMIT));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            order, "order,1,2026-01-01,3"
            line,  "user,a@example.org,A,,en;order,1,2026-01-01,3;user,b@example.org,B,,en;line,tea,1,3"
            """)
    void aRowWithoutAParentIsAnErrorAndNothingIsStored(String kind, String rows) throws IOException {
        OrderFile file = file(rows.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> run(file, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + kind + "' without a parent");
        assertThat(stored()).isEmpty();
    }
}
