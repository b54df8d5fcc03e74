package dev.kindred.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.test.internal.Await;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

@Tag("any-jdk")
class FaultProxyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create("create table t (id int primary key)").resetBefore("truncate t");

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(250);

    /** Longer than a statement without a delay takes on a busy machine. */
    private static final Duration ONE_WAY = Duration.ofSeconds(1);

    private final FaultProxy proxy = FaultProxy.before(database.postgres());

    @BeforeEach
    void breakingConnectionsDropErrors() {
        database.expectDroppedErrors();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void forwardsAndCounts() {
        PostgresqlConnection connection = connect();
        assertEquals("127.0.0.1", proxy.host());
        long before = proxy.bytes(Direction.TO_CLIENT);
        Long length = connection
                .createStatement("select length($1)::bigint, $1")
                .bind("$1", "x".repeat(1 << 20))
                .execute()
                .flatMap(result -> result.map(row -> row.get(0, Long.class)))
                .blockLast(LIMIT);
        assertEquals(1L << 20, length);
        assertTrue(proxy.bytes(Direction.TO_SERVER) > 1 << 20);
        // The proxy counts after it has written.
        Await.await(
                LIMIT,
                () -> proxy.bytes(Direction.TO_CLIENT) - before > 1 << 20,
                () -> proxy.bytes(Direction.TO_CLIENT) + " bytes to the client");
        assertEquals(1, proxy.connectionsOpened());
        connection.close().block(LIMIT);
        Await.await(LIMIT, () -> proxy.connectionsOpen() == 0, () -> proxy.connectionsOpen() + " open");
        Await.await(LIMIT, () -> database.postgres().sessions().isEmpty(), () -> "sessions left");
    }

    @Test
    void latencyDelaysEachWay() {
        PostgresqlConnection connection = connect();
        proxy.latency(ONE_WAY);
        Duration slow = Duration.ofNanos(nanosOf(insert(connection, 1)));
        assertTrue(slow.compareTo(ONE_WAY.multipliedBy(2)) >= 0, slow::toString);
        proxy.heal();
        AtomicInteger next = new AtomicInteger(2);
        // A statement without a delay can be slow on a busy machine, but not each one.
        Await.await(
                LIMIT,
                () -> nanosOf(insert(connection, next.getAndIncrement()))
                        < ONE_WAY.multipliedBy(2).toNanos(),
                () -> "the delay is still there");
        connection.close().block(LIMIT);
    }

    private static long nanosOf(Mono<?> work) {
        long start = System.nanoTime();
        work.block(LIMIT);
        return System.nanoTime() - start;
    }

    @Test
    void aBlackHoleTowardsTheClientHidesAnAnswerUntilItIsHealed() {
        PostgresqlConnection connection = connect();
        proxy.blackHole(Direction.TO_CLIENT);
        CompletableFuture<@Nullable Long> inserted = insert(connection, 1).toFuture();
        Await.await(LIMIT, () -> rows() == 1, () -> "the server has no row");
        assertFalse(inserted.isDone());
        proxy.heal();
        assertEquals(1L, inserted.orTimeout(20, TimeUnit.SECONDS).join());
        connection.close().block(LIMIT);
    }

    @Test
    void aBlackHoleTowardsTheServerHidesTheStatement() {
        PostgresqlConnection connection = connect();
        proxy.blackHole(Direction.TO_SERVER);
        assertThrows(IllegalStateException.class, () -> insert(connection, 1).block(SHORT));
        assertEquals(0, rows());
        proxy.cutAll();
    }

    @Test
    void halfOpenAcceptsAndNeverAnswers() {
        proxy.halfOpen();
        assertThrows(IllegalStateException.class, () -> factory().create().block(SHORT));
        Await.await(LIMIT, () -> proxy.connectionsOpened() == 1, () -> "not accepted");
        proxy.heal();
        connect().close().block(LIMIT);
        assertEquals(2, proxy.connectionsOpened());
    }

    @Test
    void cutAllResets() throws IOException {
        PostgresqlConnection connection = connect();
        try (Socket socket = new Socket(proxy.host(), proxy.port())) {
            Await.await(LIMIT, () -> proxy.connectionsOpen() == 2, () -> "not accepted");
            proxy.cutAll();
            IOException reset = assertThrows(
                    IOException.class, () -> socket.getInputStream().read());
            assertTrue(String.valueOf(reset.getMessage()).contains("reset"), reset::toString);
        }
        assertThrows(R2dbcException.class, () -> insert(connection, 1).block(LIMIT));
        connect().close().block(LIMIT);
    }

    @RepeatedTest(10)
    void cutAfterAClientMessageLetsTheServerCarryItOut() {
        PostgresqlConnection connection = connect();
        proxy.cutAfterClientMessage('Q', "COMMIT");
        connection.beginTransaction().then(insert(connection, 1)).block(LIMIT);
        assertTrue(proxy.isCutPending());
        assertThrows(R2dbcException.class, () -> connection.commitTransaction().block(LIMIT));
        assertFalse(proxy.isCutPending());
        Await.await(LIMIT, () -> rows() == 1, () -> "the commit was lost");
    }

    @RepeatedTest(10)
    void aMessageThatIsCutOffDoesNotReachTheServer() {
        PostgresqlConnection connection = connect();
        proxy.cutBeforeClientMessage('Q', "COMMIT");
        connection.beginTransaction().then(insert(connection, 1)).block(LIMIT);
        assertTrue(proxy.isCutPending());
        assertThrows(R2dbcException.class, () -> connection.commitTransaction().block(LIMIT));
        assertFalse(proxy.isCutPending());
        database.postgres().awaitQuiet(LIMIT);
        assertEquals(0, rows());
    }

    @Test
    void slicesCarryTheSameBytes() {
        proxy.slices(1);
        PostgresqlConnection connection = connect();
        insert(connection, 1).block(LIMIT);
        assertEquals(1, rows());
        connection.close().block(LIMIT);
    }

    @RepeatedTest(10)
    void cutBeforeAServerMessageHidesTheAnswer() {
        PostgresqlConnection connection = connect();
        connection.beginTransaction().then(insert(connection, 1)).block(LIMIT);
        proxy.cutBeforeServerMessage('C');
        assertThrows(R2dbcException.class, () -> connection.commitTransaction().block(LIMIT));
        assertEquals(1, rows());
    }

    @Test
    void aStatementCutBeforeItsSyncIsUndone() {
        PostgresqlConnection connection = connect();
        proxy.cutAfterClientMessage('E');
        assertThrows(R2dbcException.class, () -> insert(connection, 1).block(LIMIT));
        database.postgres().awaitQuiet(LIMIT);
        assertEquals(0, rows());
    }

    @Test
    void cutsHappenOnceAndWithLatencyInTheirTurn() {
        proxy.latency(Duration.ofMillis(20));
        PostgresqlConnection first = connect();
        PostgresqlConnection second = connect();
        proxy.cutAfterClientMessage('S');
        assertThrows(
                R2dbcNonTransientResourceException.class, () -> insert(first, 1).block(LIMIT));
        insert(second, 2).block(LIMIT);
        Await.await(LIMIT, () -> rows() == 2, () -> "rows: " + rows());
        second.close().block(LIMIT);
    }

    @Test
    void aPoolMayGoThroughIt() {
        Long one = Mono.usingWhen(
                        database.newPool(1, proxy).create(),
                        connection -> Mono.from(connection
                                        .createStatement("select 1::bigint")
                                        .execute())
                                .flatMap(result -> Mono.from(result.map(row -> row.get(0, Long.class)))),
                        connection -> connection.close())
                .block(LIMIT);
        assertEquals(1, one);
        assertEquals(1, proxy.connectionsOpened());
    }

    private PostgresqlConnectionFactory factory() {
        return new PostgresqlConnectionFactory(
                database.configuration().host(proxy.host()).port(proxy.port()).build());
    }

    private PostgresqlConnection connect() {
        PostgresqlConnection connection = factory().create().block(LIMIT);
        assertNotNull(connection);
        return connection;
    }

    private static Mono<Long> insert(PostgresqlConnection connection, int id) {
        return connection
                .createStatement("insert into t values ($1)")
                .bind("$1", id)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .last();
    }

    private static long rows() {
        return database.postgres().queryLong("select count(*) from t");
    }
}
