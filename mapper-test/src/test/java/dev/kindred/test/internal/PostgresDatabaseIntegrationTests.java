package dev.kindred.test.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.test.internal.error.SqlFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresDatabaseIntegrationTests {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @BeforeAll
    void createTable() {
        database.execute("create table t (id int primary key); insert into t select generate_series(1, 10)");
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void scriptsMayHoldFunctionsAndQuestionMarks() {
        database.execute("""
            create function twice(x int) returns int language plpgsql as $body$
            begin
                return 2 * x; -- ? ; '
            end $body$;
            select '{"a": 1}'::jsonb ? 'a';
            """);
        assertEquals(14, database.queryLong("select twice(?)", 7));
    }

    @Test
    void rowsComeAsComparableValues() {
        UUID id = UUID.randomUUID();
        Instant moment = Instant.parse("2024-02-29T12:00:00Z");
        Map<String, @Nullable Object> row = database.queryOne("""
            select ?::uuid as id, ?::timestamptz as moment, date '2024-02-29' as day, null::text as nothing,
                   timestamp '2024-02-29 12:00' as local, array[1, null, 3] as numbers, 1.50 as price,
                   '{"a": 1}'::jsonb as json, '\\x01ff'::bytea as bytes, interval '1 day' as span
            """, id, moment);
        assertEquals(id, row.get("id"));
        assertEquals(moment.atOffset(ZoneOffset.UTC), row.get("moment"));
        assertEquals(LocalDate.of(2024, 2, 29), row.get("day"));
        assertEquals(LocalDateTime.of(2024, 2, 29, 12, 0), row.get("local"));
        assertEquals(Arrays.asList(1, null, 3), row.get("numbers"));
        assertEquals(new BigDecimal("1.50"), row.get("price"));
        assertEquals("{\"a\": 1}", row.get("json"));
        assertArrayEquals(new byte[] {1, -1}, (byte[]) row.get("bytes"));
        assertTrue(String.valueOf(row.get("span")).contains("1 day"));
        assertTrue(row.containsKey("nothing") && row.get("nothing") == null);
    }

    @Test
    void queryOneWantsExactlyOneRow() {
        assertThrows(AssertionError.class, () -> database.queryOne("select * from t"));
        assertThrows(AssertionError.class, () -> database.queryOne("select * from t where id < 0"));
        assertThrows(AssertionError.class, () -> database.queryLong("select 'text'"));
    }

    @Test
    void aChangedTableDoesNotBreakAQueryThatRanBefore() {
        database.execute("create table changing (a int)");
        for (int i = 0; i < 10; i++) {
            assertEquals(List.of(), database.query("select * from changing"));
        }
        database.execute("alter table changing add b text; insert into changing values (1, 'x')");
        assertEquals("x", database.queryOne("select * from changing").get("b"));
    }

    @Test
    void anIdleSessionIsQuiet() {
        try (JdbcSession session = open()) {
            session.query("select * from t");
            database.awaitQuiet(LONG);
            // The session of an earlier test can still be ending.
            Await.await(LONG, () -> database.sessions().size() == 1, () -> "sessions: " + database.sessions());
            assertEquals(session.pid(), database.sessions().get(0).pid());
        }
    }

    @Test
    void anOpenTransactionIsNotQuietAndIsNamed() {
        try (JdbcSession session = open()) {
            session.execute("begin");
            session.execute("update t set id = -1 where id = 1");
            String message = messageOfUnquiet();
            assertTrue(message.contains("session " + session.pid()), message);
            assertTrue(message.contains("idle in transaction: update t set id = -1"), message);
            assertTrue(message.contains("RowExclusiveLock"), message);
            session.execute("rollback");
            database.awaitQuiet(LONG);
        }
    }

    @Test
    void aFailedTransactionIsNotQuiet() {
        try (JdbcSession session = open()) {
            session.execute("begin");
            assertThrows(SqlFailure.class, () -> session.execute("select 1 / 0"));
            assertTrue(messageOfUnquiet().contains("idle in transaction (aborted)"));
        }
    }

    @Test
    void aRunningStatementIsNotQuiet() throws InterruptedException {
        try (JdbcSession session = open()) {
            int pid = Integer.parseInt(String.valueOf(
                    session.query("select pg_backend_pid() as pid").get(0).get("pid")));
            Thread sleeping =
                    new Thread(() -> assertThrows(SqlFailure.class, () -> session.execute("select pg_sleep(60)")));
            sleeping.start();
            Await.await(
                    LONG, () -> database.sessions().stream().anyMatch(DatabaseSession::isBusy), () -> "nothing runs");
            assertTrue(messageOfUnquiet().contains("is active: select pg_sleep(60)"));
            assertTrue(database.terminateBackend(pid));
            sleeping.join();
            database.awaitQuiet(LONG);
        }
    }

    @Test
    void aSessionLockIsNotQuietAlthoughItsSessionIsIdle() {
        try (JdbcSession session = open()) {
            session.query("select pg_advisory_lock(42)");
            assertTrue(messageOfUnquiet().contains("advisory"));
        }
    }

    @Test
    void oneDatabaseIsQuietWhileAnotherIsNot() {
        try (PostgresDatabase other = PostgresServer.shared().createDatabase();
                JdbcSession session = new JdbcSession(ServerAddress.parse(other.r2dbcUrl()))) {
            session.execute("begin; select 1");
            database.awaitQuiet(LONG);
            assertFalse(other.terminateBackend(0));
            other.terminateSessions();
            other.awaitQuiet(LONG);
        }
    }

    @Test
    void aLostConnectionIsOpenedAgain() {
        try (JdbcSession session = open()) {
            session.query("select 1");
            assertTrue(database.terminateBackend(session.pid()));
            assertThrows(SqlFailure.class, () -> session.query("select 2"));
            assertEquals(1, session.query("select 3").size());
        }
    }

    private JdbcSession open() {
        return new JdbcSession(ServerAddress.parse(database.r2dbcUrl()));
    }

    private String messageOfUnquiet() {
        return String.valueOf(assertThrows(AssertionError.class, () -> database.awaitQuiet(SHORT))
                .getMessage());
    }
}
