package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.ConnectionException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection error tells whether the work can be repeated. */
class RepeatableIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(1));

    @FunctionalInterface
    interface Work extends Function<ReactiveMapper, Publisher<?>> {}

    static Stream<Work> works() {
        return Stream.of(
                mapper -> mapper.find(User.class, 1L),
                mapper -> mapper.from(User.class).all(),
                mapper ->
                        mapper.related(new User(1L, "u1", null), User_.PROFILE).find(),
                mapper -> mapper.insert(User.of("new")),
                mapper -> mapper.insertAll(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.copyIn(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.sql("select 1").execute(),
                mapper -> mapper.requiresNew(mapper.insert(User.of("new"))),
                mapper -> mapper.transactional(mapper.insert(User.of("new"))));
    }

    private static ConnectionException failure(Publisher<?> work) {
        return catchThrowableOfType(
                ConnectionException.class, () -> Flux.from(work).blockLast(Duration.ofSeconds(20)));
    }

    private static ConnectionSource source(Mono<Connection> connections) {
        return new ConnectionSource() {
            @Override
            public Mono<Connection> acquire(ConnectionRequest request) {
                return connections;
            }

            @Override
            public Mono<Void> release(Connection connection) {
                return Mono.from(connection.close());
            }

            @Override
            public Mono<Void> discard(Connection connection) {
                return Mono.from(connection.close());
            }
        };
    }

    @ParameterizedTest
    @MethodSource("works")
    void whatFoundNoServerIsRepeatable(Work work) {
        ConnectionPool pool = database.watch(Connections.builder("r2dbc:postgresql://a:b@127.0.0.1:1/c")
                .maxSize(1)
                .build());

        assertThat(failure(work.apply(ReactiveMapper.create(pool))).isRepeatable())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("works")
    void whatGotNoConnectionFromASourceIsRepeatable(Work work) {
        ReactiveMapper failing = ReactiveMapper.builder(
                        source(Mono.error(new R2dbcNonTransientResourceException("down"))))
                .build();
        ReactiveMapper named = ReactiveMapper.builder(source(Mono.error(new ConnectionException("down", null))))
                .build();
        ReactiveMapper empty = ReactiveMapper.builder(source(Mono.empty())).build();

        assertThat(failure(work.apply(failing)).isRepeatable()).isTrue();
        assertThat(failure(work.apply(named)).isRepeatable()).isTrue();
        assertThat(failure(work.apply(empty)).isRepeatable()).isTrue();
    }

    @Test
    void aWriteThatWasSentAndNotAnsweredIsNotRepeatable() {
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            mapper.find(User.class, 1L).block();
            proxy.cutBeforeServerMessage('C');

            assertThat(failure(mapper.insert(User.of("new"))).isRepeatable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "SAVEPOINT", ""})
    void aTransactionThatWasLostBeforeItsCommitIsRepeatable(String message) {
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            mapper.find(User.class, 1L).block();
            proxy.cutAfterClientMessage(message.isEmpty() ? 'S' : 'Q', message);

            Mono<User> nested = mapper.transactional(mapper.insert(User.of("new")));
            Mono<User> work = mapper.transactional(nested);

            assertThat(failure(work).isRepeatable()).isTrue();
            assertThat(database.postgres().queryLong("select count(*) from users where email = 'new'"))
                    .isZero();
            assertThat(work.block()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFollowsStoredChunksIsRepeatableOnlyAsOneTransaction(boolean wholeAtOnce) {
        AtomicInteger taken = new AtomicInteger();
        ReactiveMapper mapper = ReactiveMapper.builder(
                        source(Mono.defer(() -> taken.incrementAndGet() == (wholeAtOnce ? 1 : 2)
                                ? Mono.error(new R2dbcNonTransientResourceException("down"))
                                : database.pool().create())))
                .build();
        ChunkOptions chunks = ChunkOptions.defaults().size(1);

        ConnectionException error = failure(
                mapper.insertAll(Flux.just(User.of("a"), User.of("b")), wholeAtOnce ? chunks.atomic() : chunks));

        assertThat(error.isRepeatable()).isEqualTo(wholeAtOnce);
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'a'"))
                .isEqualTo(wholeAtOnce ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWordsOfTheServerAboutALoginAreShownOnlyWhenAskedFor(boolean exposed) {
        ConnectionPool pool = database.watch(
                DatabaseExtension.patient(Connections.builder("r2dbc:postgresql://secretuser:x@127.0.0.1:"
                                + database.postgres().port() + "/secretdatabase"))
                        .maxSize(1)
                        .build());
        ReactiveMapper mapper =
                exposed ? ReactiveMapper.builder(pool).exposeServerMessages().build() : ReactiveMapper.create(pool);

        Throwable error = catchThrowable(() -> mapper.from(User.class).count().block());

        assertThat(error).isInstanceOf(ConnectionException.class);
        assertThat(error.getMessage()).contains(exposed ? "secret" : "SQLSTATE");
        assertThat(error.toString().contains("secret")).isEqualTo(exposed);
        assertThat(error.getCause() != null).isEqualTo(exposed);
    }
}
