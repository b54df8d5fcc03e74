package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.StatementTimeoutException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SqlStatement;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.DatabaseSession;
import io.r2dbc.pool.ConnectionPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A cancelled statement is cancelled on the server too. */
@Tag("any-jdk")
class ServerCancelIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(10));

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final StatementRecorder recorder = new StatementRecorder();

    /** Locks {@code profiles}, so that its readers wait. */
    private static Connection lockProfiles() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", database.postgres().user());
        properties.put("password", database.postgres().password());
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + database.postgres().host() + ":"
                        + database.postgres().port() + "/" + database.postgres().database(),
                properties);
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table profiles in access exclusive mode");
        return connection;
    }

    private static List<DatabaseSession> waiting() {
        return database.postgres().sessions().stream()
                .filter(session -> session.query().contains("\"profiles\"") && session.isBusy())
                .toList();
    }

    private static void awaitWaiting(int sessions) {
        Await.await(
                LIMIT,
                () -> waiting().size() == sessions,
                () -> "not " + sessions + " but " + database.postgres().sessions());
    }

    private static ReactiveMapper impatient(ConnectionPool pool) {
        return ReactiveMapper.builder(pool)
                .statementTimeout(Duration.ofMillis(200))
                .build();
    }

    /** Counts without a time limit for the statement. */
    private static Long users(ConnectionPool pool) {
        return ReactiveMapper.create(pool).from(User.class).count().block(LIMIT);
    }

    @Test
    void aStatementWithoutSubscribersEndsOnTheServer() throws SQLException {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = ReactiveMapper.builder(pool).listener(recorder).build();
        User user = mapper.get(User.class, 1L).block();
        long backend = database.postgres().sessions().get(0).pid();
        try (Connection lock = lockProfiles()) {
            Disposable first = user.profile().subscribe();
            Disposable second = user.profile().subscribe();
            awaitWaiting(1);

            first.dispose();
            awaitWaiting(1);
            second.dispose();
            awaitWaiting(0);

            assertThat(mapper.get(User.class, 2L).block(LIMIT)).isNotNull();
            assertThat(database.postgres().sessions())
                    .extracting(DatabaseSession::pid)
                    .contains((int) backend);
            lock.rollback();
        }
        assertThat(user.profile().block().userId()).isEqualTo(1L);
        assertThat(recorder.executions())
                .filteredOn(execution -> execution.outcome() == Outcome.CANCELLED)
                .hasSize(1);
    }

    @Test
    void oneSubscriberThatCancelsDoesNotCancelTheOther() throws Exception {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        User user = mapper.get(User.class, 1L).block();
        recorder.clear();
        CompletableFuture<Profile> kept;
        try (Connection lock = lockProfiles()) {
            Disposable cancelled = user.profile().subscribe();
            kept = user.profile().toFuture();
            awaitWaiting(1);
            cancelled.dispose();
            lock.rollback();
        }

        assertThat(kept.get().userId()).isEqualTo(1L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aStatementThatTakesTooLongEndsOnTheServerAndTheNextOneRuns() throws SQLException {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = impatient(pool);
        try (Connection lock = lockProfiles()) {
            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> mapper.from(Profile.class).all().blockLast())
                    .withMessageContaining("\"profiles\"");
            assertThat(users(pool)).isEqualTo(10);
            awaitWaiting(0);
            lock.rollback();
        }
    }

    /** The server has sent the row description, and then an error instead of a row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pg_sleep(10)",
                "select pg_sleep(:seconds)",
                "select 1 from pg_sleep(10)",
                "select pg_sleep(0.01), repeat('x', 1000) from generate_series(1, 1000)",
                "select pg_sleep(:seconds * 0.001), repeat('x', 1000) from generate_series(1, 1000)",
                "do $$ begin perform pg_sleep(10); end $$"
            })
    void anErrorOfAStatementThatWasCutOffIsNotDropped(String text) {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = impatient(pool);
        SqlStatement sql = text.contains(":") ? mapper.sql(text).bind("seconds", 10) : mapper.sql(text);

        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> sql.execute().block());
        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> sql.map(row -> row).all().blockLast());
        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> mapper.transactional(sql.execute()).block());
        assertThat(users(pool)).isEqualTo(10);
    }

    @Test
    void aStatementThatTakesTooLongInATransactionRollsItBack() throws SQLException {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = impatient(pool);
        try (Connection lock = lockProfiles()) {
            Mono<Profile> work = mapper.insert(User.of("new"))
                    .then(mapper.get(Profile.class, 1L))
                    .as(mapper::transactional);

            assertThatExceptionOfType(StatementTimeoutException.class).isThrownBy(work::block);
            assertThat(users(pool)).isEqualTo(10);
            awaitWaiting(0);
            lock.rollback();
        }
    }

    @Test
    void theServersOwnLimitIsATimeoutToo() throws SQLException {
        ReactiveMapper mapper = ReactiveMapper.create(database.watch(database.poolBuilder()
                .statementTimeout(Duration.ofMillis(200))
                .maxSize(1)
                .build()));
        try (Connection lock = lockProfiles()) {
            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> mapper.from(Profile.class).all().blockLast())
                    .withMessageContaining("statement_timeout");
            lock.rollback();
        }
    }
}
