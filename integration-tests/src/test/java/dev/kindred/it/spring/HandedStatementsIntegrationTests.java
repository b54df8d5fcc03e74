package dev.kindred.it.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.spring.transaction.KindredTransactionManager;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Statements that one thread hands to the driver while another one ends their transaction. A row must not stay. */
@Tag("any-jdk")
class HandedStatementsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String INSERT = "insert into users (email) values ('paused')";

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** Uses threads that a cancel does not interrupt. */
    private final Scheduler scheduler = Schedulers.fromExecutor(this::start);

    private PausedStatements paused;
    private ConnectionPool pool;
    private ReactiveMapper mapper;
    private DatabaseClient client;
    private TransactionalOperator operator;

    @BeforeEach
    void poolOfOne() {
        paused = new PausedStatements(
                new PostgresqlConnectionFactory(database.configuration().build()));
        pool = database.watch(new ConnectionPool(ConnectionPoolConfiguration.builder(paused)
                .initialSize(0)
                .maxSize(1)
                .build()));
        pool.warmup().block();
        client = DatabaseClient.create(pool);
        use(LIMIT);
    }

    /** The transactions have the time limit {@code limit}. */
    private void use(Duration limit) {
        mapper = ReactiveMapper.builder(pool, SpringTransactionBridge.of(pool))
                .transactionTimeout(limit)
                .build();
        operator = TransactionalOperator.create(KindredTransactionManager.of(mapper, pool));
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task);
        threads.add(thread);
        thread.start();
    }

    /** What is rolled back. */
    enum Scope {
        MAPPER {
            @Override
            <T> Mono<T> around(HandedStatementsIntegrationTests test, Mono<T> work) {
                return test.mapper.transactional(work);
            }
        },
        SPRING {
            @Override
            <T> Mono<T> around(HandedStatementsIntegrationTests test, Mono<T> work) {
                return test.operator.transactional(work);
            }
        },
        SAVEPOINT {
            @Override
            <T> Mono<T> around(HandedStatementsIntegrationTests test, Mono<T> work) {
                return test.mapper.transactional(
                        test.mapper.transactional(work, SHORT).onErrorResume(error -> Mono.empty()), LONG);
            }
        },
        SAVEPOINT_IN_SPRING {
            @Override
            <T> Mono<T> around(HandedStatementsIntegrationTests test, Mono<T> work) {
                return test.operator.transactional(
                        test.mapper.transactional(work, SHORT).onErrorResume(error -> Mono.empty()));
            }
        };

        private static final TransactionOptions SHORT =
                TransactionOptions.defaults().timeout(LIMIT);
        private static final TransactionOptions LONG = SHORT.timeout(Duration.ofMinutes(1));

        abstract <T> Mono<T> around(HandedStatementsIntegrationTests test, Mono<T> work);

        boolean isSavepoint() {
            return this == SAVEPOINT || this == SAVEPOINT_IN_SPRING;
        }
    }

    /** What ends the work. */
    enum Ending {
        ERROR,
        CANCEL,
        TIME_LIMIT
    }

    /** Who sends the statement. */
    enum Sender {
        CLIENT {
            @Override
            Mono<Long> insert(HandedStatementsIntegrationTests test) {
                return test.client.sql(INSERT).fetch().rowsUpdated();
            }
        },
        MAPPER {
            @Override
            Mono<Long> insert(HandedStatementsIntegrationTests test) {
                return test.mapper.sql(INSERT).execute();
            }
        };

        abstract Mono<Long> insert(HandedStatementsIntegrationTests test);
    }

    static Stream<Arguments> all() {
        return Stream.of(Scope.values())
                .flatMap(scope -> Stream.of(Ending.values())
                        .flatMap(ending ->
                                Stream.of(Sender.values()).map(sender -> Arguments.of(scope, ending, sender))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areRolledBack(Scope scope, Ending ending, Sender sender) throws Exception {
        if (scope.isSavepoint()) {
            use(Duration.ofMinutes(1));
        }
        Mono<Void> failing = ending == Ending.ERROR
                ? paused.handing().then(Mono.error(new IllegalStateException("failed")))
                : Mono.empty();
        Mono<Void> work = Mono.when(sender.insert(this).subscribeOn(scheduler), failing)
                .doOnError(error -> paused.decided())
                .doOnCancel(paused::decided);
        Mono<Void> transaction = scope.around(this, work);
        if (ending == Ending.TIME_LIMIT && scope == Scope.SPRING) {
            // The limit of the manager ends the transaction, and not the work.
            Mono.delay(LIMIT.plusMillis(200)).subscribe(tick -> paused.decided());
        }

        if (ending == Ending.CANCEL) {
            Disposable running = transaction.onErrorComplete().subscribe();
            paused.handing().block();
            running.dispose();
        } else {
            transaction.onErrorComplete().block(Duration.ofSeconds(20));
        }

        assertThatNoRowStays();
        assertThat(paused.wasRolledBackFirst()).isFalse();
    }

    private void assertThatNoRowStays() throws Exception {
        for (Thread thread : threads) {
            thread.join(20_000);
        }
        client.sql("select 1").fetch().one().block(Duration.ofSeconds(20));
        assertThat(database.postgres().queryLong("select count(*) from users")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAPPER", "SPRING"})
    void areRefusedAfterTheEnd(Scope scope) throws Exception {
        List<Publisher<?>> late = new ArrayList<>();
        scope.around(this, client.inConnection(connection -> {
                    late.addAll(commands(connection));
                    return Mono.empty();
                }))
                .block(Duration.ofSeconds(20));

        for (Publisher<?> command : late) {
            StepVerifier.create(command).verifyError(TransactionException.class);
        }
        assertThat(late).hasSize(7);
        assertThatNoRowStays();
    }

    private static List<Publisher<?>> commands(Connection connection) {
        String text = INSERT.replace("paused", "late");
        return List.of(
                Flux.from(connection.createStatement(text).execute()).concatMap(Result::getRowsUpdated),
                Flux.from(connection
                                .createStatement(text.replace("'late'", "$1"))
                                .bind(0, "late")
                                .execute())
                        .concatMap(Result::getRowsUpdated),
                Flux.from(connection.createBatch().add(text).execute()).concatMap(Result::getRowsUpdated),
                connection.createSavepoint("late"),
                connection.releaseSavepoint("late"),
                connection.rollbackTransactionToSavepoint("late"),
                connection.setStatementTimeout(LIMIT));
    }

    /** The time limits end at another point of the sending of a statement in each round. */
    @ParameterizedTest
    @EnumSource(names = {"MAPPER", "SPRING"})
    void areRolledBackInManyRounds(Scope scope) throws Exception {
        for (int round = 0; round < 150; round++) {
            use(Duration.ofNanos(4_000_000 + round * 20_011));
            Mono<Void> inserts = client.sql("insert into users (email) values ('round')")
                    .fetch()
                    .rowsUpdated()
                    .repeat()
                    .then();

            scope.around(this, inserts).onErrorComplete().block(Duration.ofSeconds(20));
            client.sql("select 1").fetch().one().block(Duration.ofSeconds(20));

            assertThat(database.postgres().queryLong("select count(*) from users"))
                    .as("round " + round)
                    .isZero();
        }
    }
}
