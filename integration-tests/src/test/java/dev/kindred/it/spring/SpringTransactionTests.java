package dev.kindred.it.spring;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.transaction.KindredTransactionManager;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** A mapper and a {@code DatabaseClient} on one pool, with each of the transaction managers. */
abstract class SpringTransactionTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    @Parameter
    boolean isManagerOfKindred;

    final StatementRecorder recorder = new StatementRecorder();
    ReactiveTransactionManager manager;
    DatabaseClient client;
    ReactiveMapper mapper;

    @BeforeEach
    void poolOfOne() {
        use(database.newPool(1));
    }

    void use(ConnectionPool pool) {
        pool.warmup().block();
        client = DatabaseClient.create(pool);
        mapper = ReactiveMapper.builder(pool, SpringTransactionBridge.of(pool))
                .listener(recorder)
                .build();
        manager = isManagerOfKindred ? KindredTransactionManager.of(mapper, pool) : new R2dbcTransactionManager(pool);
    }

    <T> Mono<T> transactional(Mono<T> work) {
        return TransactionalOperator.create(manager).transactional(work);
    }

    <T> Mono<T> transactional(int propagation, Mono<T> work) {
        return TransactionalOperator.create(manager, new DefaultTransactionDefinition(propagation))
                .transactional(work);
    }

    static <T> T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    static <T> Mono<T> failed() {
        return Mono.error(new IllegalStateException("failed"));
    }

    Mono<Long> insertByClient(String email) {
        return client.sql("insert into users (email) values (:email)")
                .bind("email", email)
                .fetch()
                .rowsUpdated();
    }

    static long users(String email) {
        return database.postgres().queryLong("select count(*) from users where email like '" + email + "%'");
    }

    Mono<Integer> pidOfMapper() {
        return mapper.sql("select pg_backend_pid() as pid")
                .map(row -> row.get("pid", Integer.class))
                .one();
    }

    Mono<Integer> pidOfClient() {
        return client.sql("select pg_backend_pid() as pid")
                .map(row -> row.get("pid", Integer.class))
                .one();
    }

    /** Returns the number of statements of the mapper without BEGIN and COMMIT. */
    long statements() {
        return recorder.texts().stream()
                .filter(text -> !text.startsWith("BEGIN") && !text.equals("COMMIT"))
                .count();
    }
}
