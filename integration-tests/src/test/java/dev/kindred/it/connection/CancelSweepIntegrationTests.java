package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels work at many points on a slow network, with a pool of one connection. The next caller gets a connection
 * without a transaction, and its writes are visible to other sessions. In the end the work runs without a cancel.
 */
@Tag("any-jdk")
class CancelSweepIntegrationTests {

    private static final int STEP_MICROS = 3200;
    private static final int LAST_MICROS = 64_000;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)", Kennel.TABLES)
            .resetBefore(
                    Schema.EMPTY,
                    Kennel.rows(20),
                    Schema.users(1000),
                    "insert into users (email) values ('childless')");

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("find", mapper -> mapper.find(User.class, 7L)),
                operation(
                        "all without a bind", mapper -> mapper.from(User.class).all()),
                operation(
                        "all with a bind",
                        mapper -> mapper.from(User.class).where(User_.ID.gt(0L)).all()),
                operation(
                        "two preloads",
                        mapper -> mapper.from(Profile.class)
                                .preload(Profile_.USER)
                                .preload(Profile_.AVATAR)
                                .all()),
                operation(
                        "lazy handles", mapper -> mapper.from(User.class).all().flatMap(User::profile)),
                operation(
                        "handles of lists",
                        mapper -> mapper.from(Kennel.class).all().flatMap(Kennel::dogs)),
                operation(
                        "preload of lists",
                        mapper ->
                                mapper.from(Kennel.class).preload(Kennel_.DOGS).all()),
                operation(
                        "limited preload of lists",
                        mapper -> mapper.from(Kennel.class)
                                .preload(Kennel_.DOGS, dogs -> dogs.limitEach(2))
                                .all()),
                operation("insert", mapper -> mapper.insert(User.of("cancelled"))),
                operation(
                        "transaction",
                        mapper -> mapper.insert(User.of("cancelled"))
                                .then(mapper.find(User.class, 7L))
                                .as(mapper::transactional)),
                operation(
                        "savepoint",
                        mapper -> mapper.insert(User.of("cancelled"))
                                .then(mapper.insert(User.of("nested")).as(mapper::transactional))
                                .as(mapper::transactional)),
                operation(
                        "relation create",
                        mapper -> mapper.related(User.of("pair"), User_.PROFILE).create(Profile_.NAME.set("pair"))),
                operation(
                        "first or create",
                        mapper -> mapper.related(new User(1001L, "", null), User_.PROFILE)
                                .firstOrCreate(Profile_.NAME.set("first"))),
                operation(
                        "replace",
                        mapper -> mapper.related(new User(7L, "", null), User_.PROFILE)
                                .replace(Profile.of(null, "replaced"))),
                operation(
                        "stored child of a new parent",
                        mapper -> mapper.related(new Profile(8L, 8L, "", null, "en", null, null), Profile_.USER)
                                .associate(User.of("owner"))),
                operation(
                        "parents with children",
                        mapper -> mapper.insertAll(
                                Flux.range(0, 20).map(i -> User.of("pair")),
                                User_.PROFILE,
                                user -> Profile.of(null, "pair"),
                                ChunkOptions.defaults().size(7))),
                operation(
                        "relation create in a transaction",
                        mapper -> mapper.related(User.of("pair"), User_.PROFILE)
                                .create(Profile_.NAME.set("pair"))
                                .as(mapper::transactional)),
                operation(
                        "requires new",
                        mapper -> mapper.insert(User.of("cancelled"))
                                .then(mapper.requiresNew(mapper.insert(User.of("beside"))))
                                .as(mapper::transactional)),
                operation(
                        "retried",
                        mapper -> mapper.transactional(
                                mapper.insert(User.of("cancelled")),
                                TransactionOptions.defaults()
                                        .isolation(Isolation.SERIALIZABLE)
                                        .retry(3))));
    }

    private static Arguments operation(String name, Function<ReactiveMapper, Publisher<?>> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    @Timeout(120)
    void aCancelAtAnyPointLeavesTheConnectionClean(String name, Function<ReactiveMapper, Publisher<?>> operation) {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ConnectionPool pool = database.newPool(1, proxy);
            ReactiveMapper mapper = ReactiveMapper.builder(pool).siblingRows(12).build();
            mapper.find(User.class, 1L).block();
            proxy.latency(Duration.ofMillis(4));

            Flux.range(0, LAST_MICROS / STEP_MICROS)
                    .concatMap(
                            step -> cancelAfter(Duration.ofNanos(1000L * step * STEP_MICROS), operation.apply(mapper))
                                    .then(next(mapper, step)))
                    .blockLast();

            proxy.latency(Duration.ZERO);
            Flux.from(operation.apply(mapper)).blockLast();
        }
        assertThat(database.postgres().queryLong("select count(*) from users where email like 'next%'"))
                .isEqualTo(LAST_MICROS / STEP_MICROS);
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'pair'"))
                .isEqualTo(database.postgres().queryLong("select count(*) from profiles where name = 'pair'"));
        assertThat(database.postgres().queryLong("select count(*) from profiles where user_id = 7"))
                .isEqualTo(1);
        assertThat(database.postgres().queryLong("select count(*) from profiles where user_id = 1001"))
                .isEqualTo(name.equals("first or create") ? 1 : 0);
        assertThat(database.postgres()
                        .queryLong("select count(*) from profiles p left join users u on u.id = p.user_id"
                                + " where u.id is null"))
                .isZero();
        if (name.equals("savepoint")) {
            assertThat(database.postgres().queryLong("select count(*) from users where email = 'cancelled'"))
                    .isEqualTo(database.postgres().queryLong("select count(*) from users where email = 'nested'"));
        }
    }

    private static Mono<Void> cancelAfter(Duration delay, Publisher<?> operation) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Flux.from(operation).subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }

    private static Mono<User> next(ReactiveMapper mapper, int step) {
        return mapper.insert(User.of("next" + step)).timeout(Duration.ofSeconds(20));
    }
}
