package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A framework supplies a connection with its own open transaction. The mapper sends nothing on it. */
class ForeignTransactionIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(1));

    private final StatementRecorder recorder = new StatementRecorder();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger discarded = new AtomicInteger();
    private Connection connection;

    @FunctionalInterface
    interface Work extends Function<ReactiveMapper, Publisher<?>> {}

    static Stream<Work> works() {
        User user = new User(1L, "u1", null);
        return Stream.of(
                mapper -> mapper.find(User.class, 1L),
                mapper -> mapper.from(User.class).count(),
                mapper -> mapper.from(User.class).all(),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all(),
                mapper -> mapper.related(user, User_.PROFILE).find(),
                mapper -> mapper.insert(User.of("new")),
                mapper -> mapper.insertAll(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.delete(User.class).where(User_.ID.eq(1L)).execute(),
                mapper -> mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("p")),
                mapper -> mapper.sql("delete from users").execute(),
                mapper -> mapper.schema(User.class, Profile.class).verify(),
                mapper -> mapper.transactional(mapper.insert(User.of("new"))),
                mapper -> mapper.requiresNew(mapper.insert(User.of("new"))));
    }

    @BeforeEach
    void aFrameworkBeginsATransaction() {
        connection = database.pool().create().block();
        execute("BEGIN");
        execute("insert into users (email) values ('of the framework')");
    }

    @AfterEach
    void aFrameworkEndsItsTransaction() {
        execute("ROLLBACK");
        Mono.from(connection.close()).block();
    }

    private void execute(String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .blockLast();
    }

    private ReactiveMapper onSource() {
        return ReactiveMapper.builder(new ConnectionSource() {
                    @Override
                    public Mono<Connection> acquire(ConnectionRequest request) {
                        return Mono.just(connection);
                    }

                    @Override
                    public Mono<Void> release(Connection back) {
                        return Mono.fromRunnable(released::incrementAndGet);
                    }

                    @Override
                    public Mono<Void> discard(Connection back) {
                        return Mono.fromRunnable(discarded::incrementAndGet);
                    }
                })
                .listener(recorder)
                .build();
    }

    @ParameterizedTest
    @MethodSource("works")
    void theTransactionOfAFrameworkIsRefusedAndStaysAsItIs(Work work) {
        ReactiveMapper mapper = onSource();

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> Flux.from(work.apply(mapper)).blockLast())
                .withMessageContaining("in a transaction already");

        assertThat(recorder.texts()).isEmpty();
        assertThat(released).hasValue(1);
        assertThat(discarded).hasValue(0);
        execute("COMMIT");
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'of the framework'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("works")
    void aSubscriberThatCancelsLeavesTheTransactionAsItIs(Work work) {
        ReactiveMapper mapper = onSource();

        Flux.from(work.apply(mapper)).onErrorComplete().take(0).blockLast();
        Flux.from(work.apply(mapper)).subscribe(each -> {}, error -> {}).dispose();

        assertThat(recorder.texts()).isEmpty();
        assertThat(discarded).hasValue(0);
        execute("COMMIT");
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'of the framework'"))
                .isEqualTo(1);
    }

    @Test
    void aFactoryThatSuppliesTheConnectionOfATransactionIsRefusedToo() {
        ConnectionPool pool = database.pool();
        ReactiveMapper mapper = ReactiveMapper.builder(new ConnectionFactory() {
                    @Override
                    public Publisher<? extends Connection> create() {
                        return Mono.just(new UnclosedConnection(connection).proxy());
                    }

                    @Override
                    public ConnectionFactoryMetadata getMetadata() {
                        return pool.getMetadata();
                    }
                })
                .listener(recorder)
                .build();

        for (Mono<?> work :
                List.of(mapper.insert(User.of("new")), mapper.transactional(mapper.insert(User.of("new"))))) {
            assertThatExceptionOfType(TransactionException.class).isThrownBy(work::block);
        }

        assertThat(recorder.texts()).isEmpty();
        execute("COMMIT");
        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(2);
    }

    /** A connection that only its owner closes, like the proxy of a framework. */
    private record UnclosedConnection(Connection inner) {

        Connection proxy() {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("close") ? Mono.empty() : method.invoke(inner, arguments));
        }
    }
}
