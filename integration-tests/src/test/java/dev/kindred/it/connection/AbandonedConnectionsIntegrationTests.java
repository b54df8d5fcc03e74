package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Callers of a pool that are cancelled before they can return their connection. */
class AbandonedConnectionsIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @Test
    void aCancelWhileSpringBeginsReturnsTheConnectionWithoutATransaction() {
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ConnectionPool pool = database.newPool(1, proxy);
            pool.warmup().block();
            DatabaseClient client = DatabaseClient.create(pool);
            TransactionalOperator operator = TransactionalOperator.create(new R2dbcTransactionManager(pool));
            insert(client, "first").block(LIMIT);
            proxy.latency(Duration.ofMillis(100));

            Disposable running =
                    operator.transactional(insert(client, "cancelled")).subscribe();
            Await.await(LIMIT, () -> acquired(pool) == 1, () -> "BEGIN was not sent");
            running.dispose();
            proxy.latency(Duration.ZERO);

            assertThat(insert(client, "next").block(LIMIT)).isEqualTo(1);
            assertThat(database.postgres().queryLong("select count(*) from users where email = 'next'"))
                    .isEqualTo(1);
            assertThat(database.postgres().queryLong("select count(*) from users where email = 'cancelled'"))
                    .isZero();
            database.postgres().awaitQuiet(LIMIT);
        }
    }

    private static Mono<Long> insert(DatabaseClient client, String email) {
        return client.sql("insert into users (email) values (:email)")
                .bind("email", email)
                .fetch()
                .rowsUpdated();
    }

    private static Mono<Long> delete(Connection connection) {
        return Mono.from(connection.createStatement("delete from users").execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()));
    }

    private static int acquired(ConnectionPool pool) {
        return pool.getMetrics().orElseThrow().acquiredSize();
    }

    @Test
    void aCancelBeforeTheFirstUseReturnsTheConnection() {
        ConnectionPool pool = database.newPool(1);
        AtomicReference<Connection> given = new AtomicReference<>();
        Disposable running = pool.create()
                .doOnNext(given::set)
                .flatMap(connection -> Mono.never())
                .subscribe();
        Await.await(LIMIT, () -> given.get() != null, () -> "no connection came");

        running.dispose();

        Await.await(LIMIT, () -> acquired(pool) == 0, () -> "the connection was not returned");
        assertThatIllegalStateException().isThrownBy(() -> given.get().createStatement("select 1"));
    }

    @Test
    void aCancelRightAfterBeginReturnsTheConnectionWithoutATransaction() {
        ConnectionPool pool = database.newPool(1);
        AtomicReference<Connection> given = new AtomicReference<>();
        Disposable running = pool.create()
                .flatMap(connection -> Mono.from(connection.beginTransaction())
                        .doOnSuccess(begun -> given.set(connection))
                        .then(Mono.never()))
                .subscribe();
        Await.await(LIMIT, () -> given.get() != null, () -> "no connection came");

        running.dispose();

        Await.await(LIMIT, () -> acquired(pool) == 0, () -> "the connection was not returned");
        assertThatIllegalStateException().isThrownBy(() -> given.get().createStatement("select 1"));
        database.postgres().awaitQuiet(LIMIT);
    }

    @Test
    void aConnectionInUseIsNotReturnedByACancel() {
        ConnectionPool pool = database.newPool(1);
        AtomicReference<Connection> given = new AtomicReference<>();
        Disposable running = pool.create()
                .flatMap(connection -> Mono.from(connection.beginTransaction())
                        .then(delete(connection))
                        .doOnSuccess(rows -> given.set(connection))
                        .then(Mono.never()))
                .subscribe();
        Await.await(LIMIT, () -> given.get() != null, () -> "no connection came");

        running.dispose();

        assertThat(acquired(pool)).isEqualTo(1);
        Mono.from(given.get().rollbackTransaction()).block(LIMIT);
        Mono.from(given.get().close()).block(LIMIT);
        assertThat(acquired(pool)).isZero();
    }

    @Test
    void anOperatorThatTakesTheConnectionAndCancelsKeepsIt() {
        ConnectionPool pool = database.newPool(1);

        Connection connection = pool.create().flux().next().block(LIMIT);

        assertThat(acquired(pool)).isEqualTo(1);
        assertThat(((Wrapped<?>) connection).unwrap()).isInstanceOf(PostgresqlConnection.class);
        Mono.from(connection.close()).block(LIMIT);
        assertThat(acquired(pool)).isZero();
    }

    @Test
    void aConnectionThatDiedWhileIdleIsNoErrorForACaller() {
        database.expectBrokenSockets();
        ConnectionPool pool = database.newPool(2);
        List<Connection> acquired =
                Flux.concat(pool.create(), pool.create()).collectList().block(LIMIT);
        Flux.fromIterable(acquired).flatMap(Connection::close).blockLast(LIMIT);
        database.postgres()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and"
                        + " pid <> pg_backend_pid()");
        Await.await(
                LIMIT,
                () -> acquired.stream().noneMatch(AbandonedConnectionsIntegrationTests::isOpen),
                () -> "the driver has seen no end");

        assertThat(insert(DatabaseClient.create(pool), "next").block(LIMIT)).isEqualTo(1);
    }

    private static boolean isOpen(Connection connection) {
        Connection driver = (Connection) ((Wrapped<?>) connection).unwrap();
        return Mono.from(driver.validate(ValidationDepth.LOCAL)).block(LIMIT);
    }
}
