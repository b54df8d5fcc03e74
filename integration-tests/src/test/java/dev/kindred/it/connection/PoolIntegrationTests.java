package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.MapperException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.DatabaseSession;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Tag("any-jdk")
class PoolIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 33, 256, 257, 10_000})
    void statementsInsideTheStreamOfAnotherOneFinishOnOneConnection(int parents) {
        database.postgres().execute(Schema.users(parents));
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));

        Mono<Long> sequential = mapper.from(User.class)
                .all()
                .concatMap(user -> mapper.find(User.class, user.id()))
                .count();
        Mono<Long> concurrent = mapper.from(User.class)
                .all()
                .flatMap(user -> mapper.related(user, User_.PROFILE).find(), 8)
                .count();

        assertThat(sequential.block(Duration.ofMinutes(5))).isEqualTo(parents);
        assertThat(concurrent.block(Duration.ofMinutes(5))).isEqualTo(parents);
        assertThat(sequential.as(mapper::transactional).block(Duration.ofMinutes(5)))
                .isEqualTo(parents);
    }

    @Test
    void manyCallersShareTwoConnections() {
        database.postgres().execute(Schema.users(200));
        ReactiveMapper mapper = ReactiveMapper.create(
                database.watch(database.poolBuilder().maxSize(20).build()));

        List<Profile> profiles = Flux.range(1, 200)
                .flatMap(id -> mapper.find(User.class, id).flatMap(User::profile), 200)
                .collectList()
                .block();

        assertThat(profiles).hasSize(200);
    }

    @Test
    void whoWaitsTooLongIsToldHowThePoolStands() {
        ConnectionPool pool = database.watch(database.poolBuilder()
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build());
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        Connection held = DatabaseExtension.acquire(pool);
        try {
            assertThatExceptionOfType(PoolTimeoutException.class)
                    .isThrownBy(() -> mapper.from(User.class).count().block())
                    .withMessageContaining("pool of 1: 1 in use");
        } finally {
            Mono.from(held.close()).block();
        }
        assertThat(mapper.from(User.class).count().block()).isZero();
    }

    @Test
    void aConnectionInATransactionOfAnotherCallerDoesNotLoseWork() {
        ConnectionPool pool = database.newPool(1);
        Mono.usingWhen(
                        pool.create(),
                        connection -> Flux.from(
                                        connection.createStatement("BEGIN").execute())
                                .concatMap(Result::getRowsUpdated)
                                .then(),
                        Connection::close)
                .block();
        ReactiveMapper mapper = ReactiveMapper.create(pool);

        mapper.insert(User.of("kept")).block();

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'kept'"))
                .isEqualTo(1);
    }

    @Test
    void deadIdleConnectionsAreReplacedWithoutAnError() {
        ConnectionPool pool = database.newPool(5);
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        List<Connection> acquired =
                Flux.range(0, 5).flatMap(i -> pool.create()).collectList().block();
        Flux.fromIterable(acquired).flatMap(Connection::close).blockLast();
        database.postgres().sessions().stream()
                .map(DatabaseSession::pid)
                .forEach(database.postgres()::terminateBackend);
        Await.await(
                Duration.ofSeconds(20),
                () -> acquired.stream().noneMatch(PoolIntegrationTests::isOpen),
                () -> "the driver has seen no end");

        List<Long> counts = Flux.range(0, 50)
                .concatMap(i -> mapper.from(User.class).count())
                .collectList()
                .block();

        assertThat(counts).hasSize(50);
    }

    private static boolean isOpen(Connection connection) {
        Connection driver = (Connection) ((Wrapped<?>) connection).unwrap();
        return Mono.from(driver.validate(ValidationDepth.LOCAL)).block();
    }

    @Test
    void aServerThatDoesNotAnswerIsAnErrorInTime() {
        try (FaultProxy proxy = FaultProxy.before("127.0.0.1", 1)) {
            proxy.halfOpen();
            ReactiveMapper mapper = ReactiveMapper.create(
                    database.watch(Connections.builder(database.postgres().r2dbcUrl())
                            .driver(driver -> driver.host(proxy.host()).port(proxy.port()))
                            .build()));

            assertThatExceptionOfType(MapperException.class)
                    .isThrownBy(() -> mapper.from(User.class).count().block(Duration.ofMinutes(1)));
        }
    }

    @Test
    void aLoadThatFailsIsNotRemembered() {
        database.postgres().execute(Schema.users(10));
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(2, proxy));
            List<User> users = mapper.from(User.class).all().collectList().block();
            proxy.cutBeforeServerMessage('D');

            List<Throwable> errors = Flux.fromIterable(users)
                    .flatMap(user -> user.profile()
                            .<Throwable>map(profile -> new AssertionError())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .block();

            assertThat(errors).hasSize(10).allMatch(error -> error instanceof ConnectionException);
            proxy.heal();
            assertThat(Flux.fromIterable(users).flatMap(User::profile).count().block())
                    .isEqualTo(10);
        }
    }

    @Test
    void listsOfAnyLengthShareOnePlan() {
        database.postgres().execute(Schema.users(100));
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        for (long length = 1; length <= 100; length++) {
            List<Long> ids = LongStream.rangeClosed(1, length).boxed().toList();
            assertThat(mapper.from(User.class)
                            .where(User_.ID.in(ids))
                            .all()
                            .count()
                            .block())
                    .isEqualTo(length);
        }

        Long plans = Mono.usingWhen(
                        pool.create(),
                        connection -> Flux.from(connection
                                        .createStatement("select count(*) from pg_prepared_statements where $1")
                                        .bind(0, true)
                                        .execute())
                                .concatMap(result -> result.map(row -> row.get(0, Long.class)))
                                .single(),
                        Connection::close)
                .block();

        assertThat(plans).isLessThanOrEqualTo(2);
    }

    @Test
    void thePoolBoundsEveryWaitOnTheServer() {
        assertThat(settings(
                        database.newPool(1),
                        "statement_timeout",
                        "lock_timeout",
                        "idle_in_transaction_session_timeout"))
                .containsExactly("30s", "10s", "1min");
    }

    @Test
    void settingsOfTheUrlAreAddedToTheTimeLimits() {
        String url = database.postgres().r2dbcUrl() + "?options=lock_timeout=3000;enable_nestloop=off";
        ConnectionPool pool = database.watch(
                DatabaseExtension.patient(Connections.builder(url)).maxSize(1).build());

        assertThat(settings(
                        pool,
                        "statement_timeout",
                        "lock_timeout",
                        "idle_in_transaction_session_timeout",
                        "enable_nestloop"))
                .containsExactly("30s", "3s", "1min", "off");
    }

    private static List<String> settings(ConnectionPool pool, String... names) {
        return Mono.usingWhen(
                        pool.create(),
                        connection -> Flux.just(names)
                                .concatMap(name -> Flux.from(connection
                                                .createStatement("select current_setting($1)")
                                                .bind(0, name)
                                                .execute())
                                        .concatMap(result -> result.map(row -> row.get(0, String.class))))
                                .collectList(),
                        Connection::close)
                .block();
    }

    @Test
    void aUrlOfAnotherDatabaseIsRefusedWithoutShowingThePassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connections.pool("r2dbc:mysql://me:secret@localhost/db"))
                .withMessageContaining("r2dbc:postgresql://")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connections.pool("me:secret"))
                .withMessageNotContaining("secret");
    }

    @Test
    void aPoolIsBuiltFromOptionsAsFromAUrl() {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(
                        database.postgres().r2dbcUrl())
                .mutate()
                .option(Option.valueOf("options"), Map.of("lock_timeout", "3s"))
                .build();
        ReactiveMapper mapper =
                ReactiveMapper.create(database.watch(DatabaseExtension.patient(Connections.builder(options))
                        .maxSize(1)
                        .build()));

        assertThat(mapper.sql("select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') s")
                        .map(row -> row.get("s", String.class))
                        .one()
                        .block())
                .isEqualTo("30s 3s");
    }

    @Test
    void optionsOfAnotherDriverAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Connections.builder(ConnectionFactoryOptions.parse("r2dbc:mysql://me:secret@localhost/db")))
                .withMessage("the driver of the options must be postgresql");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Connections.builder(ConnectionFactoryOptions.builder().build()))
                .withMessage("the driver of the options must be postgresql");
    }
}
