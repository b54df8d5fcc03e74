package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares common patterns of hand-written driver code with the mapper's behaviour. If one of these tests fails, the
 * driver has changed, and a rule of the mapper may be obsolete.
 */
@Tag("any-jdk")
class NaivePatternsIntegrationTests {

    private static final Duration HANGS = Duration.ofSeconds(2);

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES,
                    "alter table users add constraint one_email unique (email) deferrable initially deferred")
            .resetBefore(Schema.EMPTY, Schema.users(2));

    private static Mono<Long> insert(Connection connection, String email) {
        return changed(connection
                .createStatement("insert into users (email) values ($1)")
                .bind(0, email));
    }

    private static Mono<Long> changed(Statement statement) {
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    private static Flux<Long> ids(Connection connection, long from, long to) {
        return Flux.from(connection
                        .createStatement("select id from users where id between $1 and $2")
                        .bind(0, from)
                        .bind(1, to)
                        .execute())
                .concatMap(result -> result.map(row -> row.get(0, Long.class)));
    }

    private static boolean isThere(String email) {
        return database.postgres().queryLong("select count(*) from users where email = '" + email + "'") > 0;
    }

    /**
     * Runs {@code work} on an unpooled connection. The server closes it afterwards, because it may not respond any
     * more.
     */
    private static <T> T onOneConnection(Function<Connection, Mono<T>> work) {
        database.expectBrokenSockets();
        Connection connection = new PostgresqlConnectionFactory(
                        database.configuration().build())
                .create()
                .block();
        try {
            return work.apply(connection).block();
        } finally {
            database.postgres().terminateSessions();
        }
    }

    @Test
    void workOnAConnectionInATransactionOfAnotherCallerIsNotStored() {
        ConnectionPool pool = database.newPool(1);
        Mono.usingWhen(pool.create(), connection -> changed(connection.createStatement("BEGIN")), Connection::close)
                .block();

        Mono<Long> naive = Mono.usingWhen(pool.create(), connection -> insert(connection, "naive"), Connection::close);
        assertThat(naive.block()).isEqualTo(1);
        assertThat(isThere("naive")).isFalse();

        ReactiveMapper.create(pool).insert(User.of("mapper")).block();
        assertThat(isThere("mapper")).isTrue();
    }

    @Test
    void aStatementInsideTheRowsOfAnotherOneHangsFromTheFirstRow() {
        assertThatThrownBy(() -> onOneConnection(connection -> ids(connection, 1, 2)
                        .concatMap(id -> ids(connection, id, id))
                        .collectList()
                        .timeout(HANGS)))
                .hasCauseInstanceOf(TimeoutException.class);

        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        assertThat(mapper.from(User.class)
                        .all()
                        .concatMap(user -> mapper.get(User.class, user.id()))
                        .collectList()
                        .block())
                .hasSize(2);
    }

    @Test
    void aThousandStatementsAtOnceOnOneConnectionDoNotAllRun() {
        long failed = onOneConnection(connection -> Flux.range(0, 1000)
                .flatMap(
                        i -> insert(connection, "naive" + i).map(count -> 0L).onErrorReturn(R2dbcException.class, 1L),
                        1000)
                .reduce(0L, Long::sum));
        assertThat(failed).isPositive();

        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        assertThat(Flux.range(0, 1000)
                        .flatMap(i -> mapper.insert(User.of("mapper" + i)), 1000)
                        .collectList()
                        .as(mapper::transactional)
                        .block())
                .hasSize(1000);
    }

    @Test
    void anUnreadResultBlocksItsConnection() {
        assertThatThrownBy(() -> onOneConnection(connection -> Flux.from(connection
                                .createStatement("select * from generate_series(1, 1000)")
                                .execute())
                        .next()
                        .then(ids(connection, 1, 1).collectList())
                        .timeout(HANGS)))
                .hasCauseInstanceOf(TimeoutException.class);

        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        assertThat(mapper.from(User.class)
                        .all()
                        .next()
                        .then(mapper.get(User.class, 1L))
                        .block())
                .isNotNull();
    }

    @Test
    void anErrorOfACommitThatWasCutDoesNotTellThatTheRowIsThere() {
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ConnectionPool pool = database.newPool(1, proxy);
            List<String> stored = Flux.range(0, 20)
                    .concatMap(i -> {
                        proxy.cutAfterClientMessage('Q', "COMMIT");
                        return Mono.usingWhen(
                                        pool.create(),
                                        connection -> Mono.from(connection.beginTransaction())
                                                .then(insert(connection, "naive" + i))
                                                .then(Mono.from(connection.commitTransaction())),
                                        Connection::close,
                                        (connection, error) -> connection.close(),
                                        Connection::close)
                                .then(Mono.<String>empty())
                                .onErrorResume(R2dbcException.class, error -> Mono.just("naive" + i));
                    })
                    .collectList()
                    .block();

            assertThat(stored).hasSize(20).anyMatch(NaivePatternsIntegrationTests::isThere);
        }
    }

    @Test
    void aCommitThatFailsLosesTheConnectionThatIsClosedBehindIt() {
        ConnectionPool pool = database.newPool(1);
        Connection connection = pool.create().block();
        Mono<Void> naive = Mono.from(connection.beginTransaction())
                .then(insert(connection, "twice"))
                .then(insert(connection, "twice"))
                .then(Mono.from(connection.commitTransaction()))
                .then(Mono.from(connection.close()));

        assertThatThrownBy(naive::block).isInstanceOf(R2dbcException.class);
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isEqualTo(1);
        Mono.from(connection.close()).block();

        ReactiveMapper mapper = ReactiveMapper.create(pool);
        assertThatThrownBy(() -> mapper.insert(User.of("twice"))
                        .then(mapper.insert(User.of("twice")))
                        .as(mapper::transactional)
                        .block())
                .isInstanceOf(UniqueViolationException.class);
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    @Test
    void aStatementThatIsKeptRunsInTheTransactionOfTheNextOwner() {
        ConnectionPool pool = database.newPool(1);
        Connection first = pool.create().block();
        Statement kept =
                first.createStatement("insert into users (email) values ($1)").bind(0, "kept");
        Mono.from(first.close()).block();

        Connection next = pool.create().block();
        Mono.from(next.beginTransaction()).block();
        assertThat(changed(kept).block()).isEqualTo(1);
        Mono.from(next.rollbackTransaction()).block();
        Mono.from(next.close()).block();

        assertThat(isThere("kept")).isFalse();
    }
}
