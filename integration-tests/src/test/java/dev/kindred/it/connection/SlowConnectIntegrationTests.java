package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Connections that cannot be opened, or not within the timeout. */
@Tag("any-jdk")
class SlowConnectIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(1));

    private static final Duration LONG = Duration.ofSeconds(20);

    private static ConnectionPoolBuilder through(FaultProxy proxy) {
        return database.poolBuilder().driver(driver -> driver.host(proxy.host()).port(proxy.port()));
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
        ConnectionPool pool = database.watch(database.poolBuilder()
                .maxSize(2)
                .acquireTimeout(Duration.ofSeconds(3))
                .build());
        List<Connection> held = List.of(DatabaseExtension.acquire(pool), DatabaseExtension.acquire(pool));
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
        // The sessions of earlier tests count until they have ended. The session of the test itself stays.
        Await.await(LONG, () -> database.postgres().sessions().isEmpty(), () -> "sessions of earlier tests are left");
        limit(1 + granted);
        return database.watch(
                database.poolBuilder().maxSize(10).acquireTimeout(acquire).build());
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
        Connection held = DatabaseExtension.acquire(pool);
        ReactiveMapper mapper = ReactiveMapper.create(pool);

        // On a busy machine the refusal of the server can come after the first caller has given up.
        AtomicReference<Throwable> error = new AtomicReference<>();
        Await.await(
                LONG.multipliedBy(3),
                () -> {
                    error.set(
                            catchThrowable(() -> mapper.from(User.class).count().block(LONG)));
                    return error.get().getMessage().contains("53300");
                },
                () -> "the last error is " + error.get());
        assertThat(error.get()).isInstanceOf(PoolTimeoutException.class).hasMessageContaining("pool of 10: 1 in use");

        Mono.from(held.close()).block();
        assertThat(mapper.from(User.class).count().block(LONG)).isEqualTo(1);
    }
}
