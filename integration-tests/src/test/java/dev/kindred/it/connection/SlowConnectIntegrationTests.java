package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Connections that cannot be opened, or not within the timeout. */
class SlowConnectIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(1));

    private static final Duration LONG = Duration.ofSeconds(20);

    private static ConnectionPoolBuilder through(FaultProxy proxy) {
        return Connections.builder(database.postgres().r2dbcUrl())
                .driver(driver -> driver.host(proxy.host()).port(proxy.port()));
    }

    @ParameterizedTest
    @CsvSource({"300, 20000", "20000, 300", "300, 300"})
    void aServerThatDoesNotAnswerIsAnErrorAboutConnecting(long connect, long acquire) {
        try (FaultProxy proxy = FaultProxy.before("127.0.0.1", 1)) {
            proxy.halfOpen();
            ReactiveMapper mapper = ReactiveMapper.create(database.watch(through(proxy)
                    .connectTimeout(Duration.ofMillis(connect))
                    .acquireTimeout(Duration.ofMillis(acquire))
                    .build()));

            for (Mono<?> work : List.of(
                    mapper.from(User.class).count(),
                    mapper.insert(User.of("new")),
                    mapper.transactional(mapper.insert(User.of("new"))))) {
                ConnectionException error = catchThrowableOfType(ConnectionException.class, () -> work.block(LONG));

                assertThat(error.isRepeatable()).isTrue();
                assertThat(error)
                        .hasMessageMatching("(?s)(Opening a connection|Connecting) to the database took longer.*");
                assertThat(error.getMessage()).doesNotContain("size of the pool");
            }
        }
    }

    @Test
    void aPoolThatIsUsedUpIsStillToldSo() {
        ConnectionPool pool =
                database.watch(Connections.builder(database.postgres().r2dbcUrl())
                        .maxSize(2)
                        .acquireTimeout(Duration.ofSeconds(3))
                        .build());
        List<Connection> held =
                Flux.range(0, 2).flatMap(i -> pool.create()).collectList().block();
        ReactiveMapper mapper = ReactiveMapper.create(pool);

        assertThatExceptionOfType(PoolTimeoutException.class)
                .isThrownBy(() -> mapper.from(User.class).count().block(LONG))
                .withMessageContaining("pool of 2: 2 in use")
                .withMessageContaining("Raise the size of the pool");

        Flux.fromIterable(held).flatMap(Connection::close).blockLast();
    }

    @AfterEach
    void noLimit() {
        limit(-1);
    }

    private static void limit(long connections) {
        database.postgres()
                .execute("alter database " + database.postgres().database() + " connection limit " + connections);
    }

    /** Returns a pool of ten, where the server accepts {@code granted} connections. */
    private static ConnectionPool limitedTo(int granted, Duration acquire) {
        limit(database.postgres().queryLong("select count(*) from pg_stat_activity where datname = current_database()")
                + granted);
        return database.watch(Connections.builder(database.postgres().r2dbcUrl())
                .maxSize(10)
                .acquireTimeout(acquire)
                .build());
    }

    @Test
    void moreCallersThanTheServerGrantsConnectionsWaitForThoseThereAre() {
        ReactiveMapper mapper = ReactiveMapper.create(limitedTo(3, LONG));

        List<Long> counts = Flux.range(0, 30)
                .flatMap(i -> mapper.sql("select pg_sleep(0.02)").execute(), 30)
                .collectList()
                .block();
        List<Long> transactions = Flux.range(0, 30)
                .flatMap(i -> mapper.transactional(mapper.from(User.class).count()), 30)
                .collectList()
                .block();

        assertThat(counts).hasSize(30);
        assertThat(transactions).hasSize(30).containsOnly(1L);
    }

    @Test
    void whoWaitsTooLongIsToldThatTheServerGrantsNoMore() {
        ConnectionPool pool = limitedTo(1, Duration.ofSeconds(3));
        Connection held = pool.create().block(LONG);
        ReactiveMapper mapper = ReactiveMapper.create(pool);

        assertThatExceptionOfType(PoolTimeoutException.class)
                .isThrownBy(() -> mapper.from(User.class).count().block(LONG))
                .withMessageContaining("pool of 10: 1 in use")
                .withMessageContaining("53300");

        Mono.from(held.close()).block();
        assertThat(mapper.from(User.class).count().block(LONG)).isEqualTo(1);
    }
}
