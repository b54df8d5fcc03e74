package dev.kindred.it.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.transaction.KindredTransactionManager;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels transactions of {@link KindredTransactionManager} at 200 points on a slow network, with a pool of one
 * connection. The next caller gets a connection without a transaction, and its writes are visible to other sessions.
 */
@Tag("any-jdk")
class CancelledSpringTransactionsIntegrationTests {

    private static final int POINTS = 200;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    @Test
    @Timeout(120)
    void aCancelAtAnyPointLeavesTheConnectionClean() {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ConnectionPool pool = database.newPool(1, proxy);
            ReactiveMapper mapper = ReactiveMapper.builder(pool, SpringTransactionBridge.of(pool))
                    .build();
            KindredTransactionManager manager = KindredTransactionManager.of(mapper, pool);
            TransactionalOperator operator = TransactionalOperator.create(manager);
            TransactionalOperator nested = TransactionalOperator.create(
                    manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
            Mono<Void> work = mapper.insert(User.of("pair"))
                    .flatMap(user -> DatabaseClient.create(pool)
                            .sql("insert into profiles (user_id, name) values (:user, 'pair')")
                            .bind("user", user.id())
                            .fetch()
                            .rowsUpdated()
                            .as(nested::transactional))
                    .then(mapper.insert(Profile.of(1L, "third")))
                    .then()
                    .as(operator::transactional);
            work.block(Duration.ofSeconds(20));
            proxy.latency(Duration.ofMillis(3));

            Flux.range(0, POINTS)
                    .concatMap(point -> cancelAfter(Duration.ofNanos(point * 400_000L), work)
                            .then(mapper.insert(User.of("next")).timeout(Duration.ofSeconds(20))))
                    .blockLast();

            proxy.latency(Duration.ZERO);
        }
        long users = database.postgres().queryLong("select count(*) from users where email = 'pair'");
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'next'"))
                .isEqualTo(POINTS);
        assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'pair'"))
                .isEqualTo(users);
        assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'third'"))
                .isEqualTo(users);
    }

    private static Mono<Void> cancelAfter(Duration delay, Mono<Void> work) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> work.subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }
}
