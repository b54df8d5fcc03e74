package dev.kindred.test.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.test.internal.error.SqlFailure;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PostgresServerIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void thereIsOneSharedServer() {
        assertSame(server, PostgresServer.shared());
        assertTrue(server.version().matches("\\d+(\\.\\d+)?.*"), server::version);
    }

    @Test
    void databasesSeeNothingOfEachOther() {
        try (PostgresDatabase one = server.createDatabase();
                PostgresDatabase other = server.createDatabase()) {
            assertNotEquals(one.database(), other.database());
            one.execute("create table t (id int); insert into t values (1), (2)");
            assertEquals(2, one.queryLong("select count(*) from t"));
            SqlFailure failure = assertThrows(SqlFailure.class, () -> other.query("select * from t"));
            assertEquals("42P01", failure.sqlState());
        }
    }

    @Test
    void theOwnerIsAPlainRole() {
        try (PostgresDatabase database = server.createDatabase()) {
            assertEquals(
                    database.user(),
                    database.queryOne("select current_user as name").get("name"));
            assertEquals(0, database.queryLong("""
                select count(*) from pg_roles where rolname = current_user
                and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                """));
        }
    }

    @Test
    void textIsUnicodeAndMessagesAreEnglish() {
        try (PostgresDatabase database = server.createDatabase()) {
            assertEquals("UTF8", database.queryOne("show server_encoding").get("server_encoding"));
            assertEquals(
                    "über 🐘", database.queryOne("select lower('ÜBER 🐘') as t").get("t"));
            SqlFailure failure = assertThrows(SqlFailure.class, () -> database.execute("select 1 / 0"));
            assertTrue(String.valueOf(failure.getMessage()).contains("division by zero"), failure::getMessage);
        }
    }

    @Test
    void theUrlLogsIn() {
        try (PostgresDatabase database = server.createDatabase()) {
            String name = Mono.usingWhen(
                            ConnectionFactories.get(database.r2dbcUrl()).create(),
                            connection -> Mono.from(connection
                                            .createStatement("select current_database()")
                                            .execute())
                                    .flatMap(result -> Mono.from(result.map(row -> String.valueOf(row.get(0))))),
                            connection -> connection.close())
                    .block(LIMIT);
            assertEquals(database.database(), name);
        }
    }

    @Test
    void aWrongPasswordIsRefusedByTheEmbeddedServer() {
        assumeTrue(server.origin().equals("embedded"), "another server may trust this host");
        try (PostgresDatabase database = server.createDatabase()) {
            Mono<PostgresqlConnection> connection = new PostgresqlConnectionFactory(
                            database.connectionConfiguration().password("wrong").build())
                    .create();
            R2dbcPermissionDeniedException refusal =
                    assertThrows(R2dbcPermissionDeniedException.class, () -> connection.block(LIMIT));
            assertEquals("28P01", refusal.getSqlState());
        }
    }

    @Test
    void closingDropsTheDatabaseAndItsRoleAlthoughASessionIsOpen() {
        try (PostgresDatabase observer = server.createDatabase()) {
            PostgresDatabase database = server.createDatabase();
            PostgresqlConnection connection = new PostgresqlConnectionFactory(
                            database.connectionConfiguration().build())
                    .create()
                    .block(LIMIT);
            assertNotNull(connection);
            database.close();
            database.close();
            String left = """
                select (select count(*) from pg_database where datname = ?)
                     + (select count(*) from pg_roles where rolname = ?)
                """;
            assertEquals(0, observer.queryLong(left, database.database(), database.user()));
            connection.close().onErrorComplete().block(LIMIT);
        }
    }
}
